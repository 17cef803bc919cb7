using AbuseDesk.Cases;
using AbuseDesk.Deadlines;
using AbuseDesk.Escalation;
using AbuseDesk.Notices;
using AbuseDesk.Reports.Mailbox;

namespace AbuseDesk.Cli.Commands.Cases;

/// <summary>A case as it is shown.</summary>
internal sealed record CaseView
{
    public required CaseDetails Case { get; init; }

    public required CaseFiguresAt Figures { get; init; }

    public required Proposal Proposal { get; init; }

    public required IReadOnlyList<NoticeSummary> Notices { get; init; }

    /// <summary>Those that did not reach everybody.</summary>
    public required IReadOnlyList<UndeliveredNotice> Undelivered { get; init; }

    /// <summary>What came in by mail, the newest first.</summary>
    public required IReadOnlyList<IncomingMailRow> Mail { get; init; }

    /// <summary>Those that are open.</summary>
    public required IReadOnlyList<DeadlineRow> Deadlines { get; init; }

    /// <summary>The last entries, newest first.</summary>
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }
}
