using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines;
using AbuseDesk.Escalation;
using AbuseDesk.Notices;
using AbuseDesk.Reports.Mailbox;

namespace AbuseDesk.Cli.Commands.Cases;

/// <summary>Shows one case.</summary>
public sealed class ShowCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As C-2020-0417.");

    public ShowCommand()
        : base("show", "Show a case: its figures, the proposal of the ladder, notices, deadlines and what happened last.")
    {
        Arguments.Add(reference);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var head = await desk.Get<CaseRecord>().GetAsync(arguments.GetRequiredValue(reference));
        var view = new CaseView
        {
            Case = head,
            Figures = await desk.Get<CaseStatistics>().GetAsync(head.Id),
            Proposal = await desk.Get<ExplainEscalation>().RunAsync(head.Ref),
            Notices = await desk.Get<NoticeRecords>().OfCaseAsync(head.Id),
            Undelivered = await desk.Get<NoticeDelivery>().UndeliveredAsync(head.Id),
            Mail = await desk.Get<IncomingMails>().OfCaseAsync(head.Id, limit: 10),
            Deadlines = await desk.Get<DeadlineList>().RunAsync(new DeadlineFilter { CaseRef = head.Ref }),
            Timeline = await desk.Get<CaseTimeline>().ListAsync(head.Ref, limit: 10),
        };
        desk.Out.Write(view, text => CaseText.Write(desk, text, view));
        return 0;
    }
}
