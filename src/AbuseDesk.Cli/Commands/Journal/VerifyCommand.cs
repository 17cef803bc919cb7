using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Journal;

namespace AbuseDesk.Cli.Commands.Journal;

/// <summary>Verifies the journal.</summary>
public sealed class VerifyCommand : DeskCommand
{
    public VerifyCommand()
        : base("verify", "Recompute the hash chain of the journal; names the first broken entry.")
    {
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var verdict = await desk.Get<VerifyJournal>().RunAsync(cancel);
        desk.Out.Write(verdict, text => text.Line(verdict.Intact
            ? $"The journal is intact: {verdict.Entries} entries in {verdict.Chains} chains."
            : $"The journal is broken: {verdict.Broken}"));
        return verdict.Intact ? 0 : 1;
    }
}
