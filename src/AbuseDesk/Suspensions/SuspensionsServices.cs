using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Suspensions;

public static class SuspensionsServices
{
    public static IServiceCollection AddSuspensions(this IServiceCollection services) => services
        .AddSingleton<ScheduleSuspension>()
        .AddSingleton<EffectMail>()
        .AddSingleton<TakeEffect>()
        .AddSingleton<NextEffect>()
        .AddSingleton<ListSuspensions>()
        .AddSingleton<LiftSuspension>();
}
