using AbuseDesk.Deadlines;
using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Notices.Drafting;

/// <summary>What the author of a notice decides; all else comes from the record.</summary>
public sealed record DraftNoticeRequest
{
    /// <summary>"C-2020-0417"; may be empty for a letter to a reporter, which is about the case of its report.</summary>
    public string CaseRef { get; init; } = "";

    public required NoticeKind Kind { get; init; }

    /// <summary>"R-2021-00731": whose reporter a receipt or a decision goes to; null for the other kinds.</summary>
    public string? ReportRef { get; init; }

    /// <summary>"fr": of a letter to a reporter, whose language no record tells; null for that of the last letter to them, else English.</summary>
    public string? Language { get; init; }

    /// <summary>Which automated means were used in the decisions, in whole sentences; null where none were.</summary>
    public string? AutomatedMeans { get; init; }

    /// <summary>Items of a forwarding by their numbers in the case; null for all that were upheld and not yet sent.</summary>
    public IReadOnlyList<int>? ItemNumbers { get; init; }

    /// <summary>Roles of the contacts addressed (abuse, legal, owner); null for those the kind usually addresses.</summary>
    public IReadOnlyList<string>? To { get; init; }

    /// <summary>Roles of the contacts who get a copy.</summary>
    public IReadOnlyList<string>? Copies { get; init; }

    /// <summary>By when the customer acts: removes the items, or sends the plan.</summary>
    public PromisedTime? ActBy { get; init; }

    /// <summary>What a plan is asked to answer; null for the criteria of the policy.</summary>
    public IReadOnlyList<CriterionFacts>? Criteria { get; init; }

    /// <summary>What a reinstatement asks of the customer, a sentence each.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>"cure" or "immediate", for a suspension only; a termination has one path.</summary>
    public string? ContractPath { get; init; }

    /// <summary>When a measure takes effect.</summary>
    public PromisedTime? Effective { get; init; }

    /// <summary>Until when the customer's data are kept for migration.</summary>
    public PromisedTime? PreserveUntil { get; init; }

    /// <summary>By when receipt is to be confirmed; null where it is not asked for.</summary>
    public PromisedTime? AcknowledgeBy { get; init; }

    /// <summary>Login of the lawyer who will approve, whose name the notice prints; null where there is only one.</summary>
    public string? Reviewer { get; init; }
}
