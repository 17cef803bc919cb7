using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Escalation;
using NodaTime.Text;

namespace AbuseDesk.Cli.Commands.Escalation;

/// <summary>Plays a changed ladder on the past.</summary>
public sealed class PreviewCommand : DeskCommand
{
    private readonly Argument<string> file = Ask.For("FILE", "The changed ladder.yml.");
    private readonly Option<int?> days = Ask.Number("--days", "How many days to look back; default 90.");

    public PreviewCommand()
        : base("preview", "Say what a changed ladder would have proposed over the past days, where it differs.")
    {
        Arguments.Add(file);
        Options.Add(days);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var path = arguments.GetRequiredValue(file);
        var preview = await desk.Get<PreviewLadder>().RunAsync(Files.ReadText(path), path, arguments.GetValue(days) ?? 90, cancel);
        desk.Out.Write(preview, text => Write(text, preview));
        return 0;
    }

    private static void Write(Output text, LadderPreview preview)
    {
        text.Line(preview.Sentence);
        text.Table(["Case", "Customer", "From", "To", "Proposed", "Would have been proposed"], preview.Differences.Select(row => (IReadOnlyList<string?>)
            [row.CaseRef, $"{row.Name} ({row.Account})", LocalDatePattern.Iso.Format(row.From), LocalDatePattern.Iso.Format(row.To), row.Proposed, row.Other]));
    }
}
