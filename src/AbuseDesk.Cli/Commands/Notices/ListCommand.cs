using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Lists notices.</summary>
public sealed class ListCommand : DeskCommand
{
    private readonly Option<string?> caseRef = Ask.Optional("--case", "REF", "All of this case; without it, what waits for a lawyer.");

    public ListCommand()
        : base("list", "List the notices of a case, or those that wait for a lawyer.")
    {
        Options.Add(caseRef);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var records = desk.Get<NoticeRecords>();
        var found = arguments.GetValue(caseRef) is { } reference
            ? await records.OfCaseAsync((await desk.Get<CaseRecord>().GetAsync(reference)).Id)
            : await records.InReviewAsync();
        desk.Out.List("notices", found, found.Count, ["Notice", "Kind", "Status", "Version", "Case", "Customer", "Author", "Reviewer", "Effective", "Sent"], one =>
            [one.Ref, one.Kind, one.Status, $"{one.CurrentVersion}", one.CaseRef, $"{one.Account} {one.CustomerName}", one.Author, one.Reviewer, desk.At(one.EffectiveAt), desk.At(one.SentAt)]);
        return 0;
    }
}
