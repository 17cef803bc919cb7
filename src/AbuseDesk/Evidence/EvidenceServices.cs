using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Evidence;

public static class EvidenceServices
{
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services;
}
