using System.CommandLine;
using System.Text;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Evidence;
using AbuseDesk.Notices;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Prints the facts of a notice.</summary>
public sealed class FactsCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As N-2021-0036.");

    public FactsCommand()
        : base("facts", "Print the facts that a notice was compiled from, as one JSON document.")
    {
        Arguments.Add(reference);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var notice = await desk.Get<NoticeRecords>().GetAsync(arguments.GetRequiredValue(reference));
        var current = (await desk.Get<NoticeRecords>().VersionsAsync(notice.Id)).First(one => one.Number == notice.CurrentVersion);
        desk.Out.Line(Encoding.UTF8.GetString(await desk.Get<IEvidenceStore>().ReadAsync(current.FactsSha256, cancel)));
        return 0;
    }
}
