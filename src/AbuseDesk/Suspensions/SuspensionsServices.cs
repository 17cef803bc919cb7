using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Suspensions;

public static class SuspensionsServices
{
    public static IServiceCollection AddSuspensions(this IServiceCollection services) => services;
}
