using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Evidence;

namespace AbuseDesk.Cli.Commands.Evidence;

/// <summary>Recomputes the hash of all evidence.</summary>
public sealed class VerifyCommand : DeskCommand
{
    public VerifyCommand()
        : base("verify", "Read all evidence and recompute each hash.")
    {
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var verdict = await desk.Get<VerifyEvidence>().RunAsync(cancel: cancel);
        desk.Out.Write(verdict, text =>
        {
            text.Line(verdict.Intact ? $"{Counted.Of(verdict.Files, "file")}, {Counted.Of(verdict.Bytes, "byte")}: every hash holds." : $"{verdict.Broken.Count} of {Counted.Of(verdict.Files, "file")} {(verdict.Broken.Count == 1 ? "does" : "do")} not hold:");
            foreach (var broken in verdict.Broken)
                text.Line($"{broken.Sha256}  {broken.Reason}");
        });
        return verdict.Intact ? 0 : 1;
    }
}
