using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Cases;

public static class CasesServices
{
    public static IServiceCollection AddCases(this IServiceCollection services) => services;
}
