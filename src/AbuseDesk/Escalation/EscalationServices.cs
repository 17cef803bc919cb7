using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Escalation;

public static class EscalationServices
{
    public static IServiceCollection AddEscalation(this IServiceCollection services) => services;
}
