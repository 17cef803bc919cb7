using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Evidence;

public static class EvidenceServices
{
    public static IServiceCollection AddEvidence(this IServiceCollection services) =>
        services
            .AddSingleton<IEvidenceStore>(provider => new FolderEvidenceStore(provider.GetRequiredService<DeskSettings>().Evidence))
            .AddSingleton<StoreEvidence>()
            .AddSingleton<AddEvidence>()
            .AddSingleton<ShowEvidence>()
            .AddSingleton<ReadEvidence>()
            .AddSingleton<VerifyEvidence>();
}
