using AbuseDesk.Cli.Frame;
using AbuseDesk.Escalation;

namespace AbuseDesk.Cli.Commands.Escalation;

/// <summary>A proposal for people.</summary>
internal static class ProposalText
{
    public static void Write(DeskSession desk, Output text, Proposal proposal)
    {
        text.Line($"{proposal.Title}.");
        text.Table(["Fact", "On record", "Asked", "Met", "From"], proposal.Facts.Select(Row));
        if (proposal.NextStep is { } next)
        {
            text.Line($"The step after that is {Words.Of(next)}{(proposal.Missing.Count == 0 ? "." : "; it lacks:")}");
            if (proposal.Missing.Count > 0)
                text.Table(["Fact", "On record", "Asked", "Met", "From"], proposal.Missing.Select(Row));
        }

        text.Table(["Step", "Stage", "Times", "First", "Last"], proposal.Steps.Select(step => (IReadOnlyList<string?>)
            [Words.Of(step.Step), Words.Of(step.Stage), $"{step.Times}", desk.At(step.First), desk.At(step.Last)]));
        foreach (var wait in proposal.Waits)
            text.Line($"The customer still has time: {wait.What}, until {desk.At(wait.Until)} ({wait.Ref}).");
        text.Line($"Ladder {proposal.LadderVersion}. It proposes; people decide.");
    }

    private static IReadOnlyList<string?> Row(ProposalFact fact) =>
        [fact.Name, fact.OnRecord, fact.Asked, fact.Met ? "yes" : "no", Refs(fact.Source.Refs)];

    private static string Refs(IReadOnlyList<string> refs) =>
        refs.Count <= 4 ? string.Join(", ", refs) : $"{string.Join(", ", refs.Take(3))} and {refs.Count - 3} more";
}
