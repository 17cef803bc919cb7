using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Suspensions;

public static class SuspensionsServices
{
    public static IServiceCollection AddSuspensions(this IServiceCollection services) => services
        .AddSingleton<ScheduleSuspension>()
        .AddSingleton<ScheduleTermination>()
        .AddSingleton<EndContracts>()
        .AddSingleton<CallOffTermination>()
        .AddSingleton<ListTerminations>()
        .AddSingleton<EffectMail>()
        .AddSingleton<TakeEffect>()
        .AddSingleton<NextEffect>()
        .AddSingleton<ListSuspensions>()
        .AddSingleton<LiftSuspension>();
}
