using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Escalation;

public static class EscalationServices
{
    public static IServiceCollection AddEscalation(this IServiceCollection services) => services
        .AddSingleton(provider => LadderFile.Load(Path.Combine(provider.GetRequiredService<DeskSettings>().Templates, "policy", "ladder.yml")))
        .AddSingleton<ExplainEscalation>()
        .AddSingleton<PreviewLadder>()
        .AddSingleton<ShowStanding>()
        .AddSingleton<TakeUpProposal>();
}
