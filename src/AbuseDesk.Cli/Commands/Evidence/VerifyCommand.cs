using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Evidence;

namespace AbuseDesk.Cli.Commands.Evidence;

/// <summary>Verifies evidence.</summary>
public sealed class VerifyCommand : DeskCommand
{
    public VerifyCommand()
        : base("verify", "Read every file of evidence and compare its hash.")
    {
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var verdict = await desk.Get<VerifyEvidence>().RunAsync(cancel: cancel);
        desk.Out.Write(verdict, text =>
        {
            text.Line($"{verdict.Files} files, {verdict.Bytes} bytes; {(verdict.Intact ? "all verify." : $"{verdict.Broken.Count} do not:")}");
            foreach (var broken in verdict.Broken)
                text.Line($"  {broken}");
        });
        return verdict.Intact ? 0 : 1;
    }
}
