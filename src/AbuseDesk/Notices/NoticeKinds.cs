using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Notices;

/// <summary>What each kind of notice needs.</summary>
public static class NoticeKinds
{
    /// <summary>The kinds that this version can draft.</summary>
    public static IReadOnlyList<NoticeKind> Drafted { get; } =
    [
        NoticeKind.Forwarding, NoticeKind.Warning, NoticeKind.PlanRequest, NoticeKind.Suspension,
        NoticeKind.Reinstatement, NoticeKind.Termination, NoticeKind.Receipt, NoticeKind.Decision,
    ];

    /// <summary>Letters that go to whoever reported, not to the customer.</summary>
    public static bool ForReporter(NoticeKind kind) => kind is NoticeKind.Receipt or NoticeKind.Decision;

    /// <summary>It takes something from the customer at an instant, by a path of the contract.</summary>
    public static bool IsMeasure(NoticeKind kind) => kind is NoticeKind.Suspension or NoticeKind.Termination;

    /// <summary>A measure leaves the house only with the approval of a second person, who is a lawyer.</summary>
    public static bool NeedsReview(NoticeKind kind) =>
        kind is NoticeKind.Suspension or NoticeKind.Reinstatement or NoticeKind.Termination;

    /// <summary>Roles of the contacts that are addressed, then of those who get a copy, where the author names none.</summary>
    public static (IReadOnlyList<string> To, IReadOnlyList<string> Copies) Readers(NoticeKind kind) => kind switch
    {
        NoticeKind.Forwarding => (["abuse"], []),
        NoticeKind.Warning => (["abuse", "legal"], []),
        NoticeKind.PlanRequest => (["abuse", "legal", "owner"], []),
        _ => (["legal"], ["abuse", "owner"]),
    };
}
