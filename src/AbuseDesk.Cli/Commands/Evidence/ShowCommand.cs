using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Evidence;

namespace AbuseDesk.Cli.Commands.Evidence;

/// <summary>Shows evidence.</summary>
public sealed class ShowCommand : DeskCommand
{
    private static readonly Argument<string> Hash = new("SHA256") { Description = "64 hex digits." };

    public ShowCommand()
        : base("show", "Show what is on record about a file of evidence.")
    {
        Arguments.Add(Hash);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var shown = await desk.Get<ShowEvidence>().RunAsync(arguments.GetRequiredValue(Hash), cancel);
        desk.Out.Write(shown, text =>
        {
            text.Line($"{shown.Evidence.Sha256} {shown.Evidence.MediaType}, {shown.Evidence.Size} bytes");
            text.Table(["Captured", "By", "How", "File"], shown.Captures.Select(row => (IReadOnlyList<string?>)[desk.Say(row.CapturedAt), row.CapturedBy, row.Method, row.FileName]));
        });
        return 0;
    }
}
