using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Deadlines;

public static class DeadlinesServices
{
    public static IServiceCollection AddDeadlines(this IServiceCollection services) => services;
}
