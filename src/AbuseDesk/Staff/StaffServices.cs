using AbuseDesk.Staff.Absences;
using AbuseDesk.Staff.SecondFactor;
using AbuseDesk.Staff.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Staff;

public static class StaffServices
{
    public static IServiceCollection AddStaff(this IServiceCollection services) =>
        services
            .AddSingleton<IPasswordHasher<StaffMember>>(_ => new PasswordHasher<StaffMember>())
            .AddSingleton<AddStaff>()
            .AddSingleton<ListStaff>()
            .AddSingleton<FindStaff>()
            .AddSingleton<ChangePassword>()
            .AddSingleton<ResetPassword>()
            .AddSingleton<ChangeRoles>()
            .AddSingleton<ChangeStaff>()
            .AddSingleton<DisableStaff>()
            .AddSingleton<EnableStaff>()
            .AddSingleton<SetAway>()
            .AddSingleton<EndAway>()
            .AddSingleton<ListAway>()
            .AddSingleton<StartSession>()
            .AddSingleton<TouchSession>()
            .AddSingleton<ListSessions>()
            .AddSingleton<EndSession>()
            .AddSingleton<EndAllSessions>()
            .AddSingleton<FindSecondFactor>()
            .AddSingleton<AddSecondFactor>()
            .AddSingleton<TakeSecondFactor>()
            .AddSingleton<CheckSecondFactor>()
            .AddSingleton<GetActor>();
}
