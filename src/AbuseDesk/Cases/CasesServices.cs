using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Cases;

public static class CasesServices
{
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddSingleton<EvidenceIntake>()
        .AddSingleton<AssignCase>()
        .AddSingleton<AssignCases>()
        .AddSingleton<CloseCase>()
        .AddSingleton<ReopenCase>()
        .AddSingleton<ConductTopics>()
        .AddSingleton<UpholdViolation>()
        .AddSingleton<ReverseViolation>()
        .AddSingleton<RecordChecks>()
        .AddSingleton<ReceivePlan>()
        .AddSingleton<PlanCriteria>()
        .AddSingleton<AssessPlan>()
        .AddSingleton<CaseQueue>()
        .AddSingleton<CaseRecord>()
        .AddSingleton<CaseItems>()
        .AddSingleton<ItemViolations>()
        .AddSingleton<CaseTimeline>()
        .AddSingleton<CaseStatistics>()
        .AddSingleton<CaseEvidence>()
        .AddSingleton<ScreenshotCases>()
        .AddSingleton<ViewScreenshot>()
        .AddSingleton<Plans>();
}
