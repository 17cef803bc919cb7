using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Journal;

namespace AbuseDesk.Cli.Commands.Journal;

/// <summary>Recomputes the hash chains of the journal.</summary>
public sealed class VerifyCommand : DeskCommand
{
    public VerifyCommand()
        : base("verify", "Read every chain of the journal and recompute each hash.")
    {
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var verdict = await desk.Get<VerifyJournal>().RunAsync(cancel);
        desk.Out.Done(verdict, verdict.Broken ?? $"{Counted.Of(verdict.Entries, "entry", "entries")} in {Counted.Of(verdict.Chains, "chain")}: every hash holds.");
        return verdict.Intact ? 0 : 1;
    }
}
