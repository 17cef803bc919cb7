using AbuseDesk.Cases;
using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Deadlines.Changing;

/// <summary>A deadline as an act finds it; its case is taken first, so that no other act changes either meanwhile.</summary>
internal sealed record TakenDeadline
{
    public required long Id { get; init; }

    public required string Ref { get; init; }

    public required long CaseId { get; init; }

    public required string CaseRef { get; init; }

    public required string CaseTitle { get; init; }

    public string? Assignee { get; init; }

    public required long CustomerId { get; init; }

    public string? NoticeRef { get; init; }

    public required string Rule { get; init; }

    public required string ToDo { get; init; }

    public required string Whose { get; init; }

    public required string Explanation { get; init; }

    public required Instant DueAt { get; init; }

    public required string DueZone { get; init; }

    public Instant? NotBeforeAt { get; init; }

    public required string Status { get; init; }

    public string? Anchor { get; init; }

    public Instant? AnchorAt { get; init; }

    /// <summary>As <see cref="KeptCounting"/> reads it; null where the instant was named.</summary>
    public string? Counting { get; init; }

    public string? Calendar { get; init; }

    /// <summary>Its instant is that of an extension.</summary>
    public required bool Extended { get; init; }

    public bool IsPaused => Status == "paused";

    /// <summary>"Sun 10 Jan 2021 23:59 PST".</summary>
    public string Due => SaidTime.Brief(DueAt, Zones.Get(DueZone));

    /// <exception cref="DeskException">There is no such deadline.</exception>
    public static async Task<TakenDeadline> TakeAsync(DeskTransaction tx, string deadlineRef)
    {
        var wanted = deadlineRef.Trim().ToUpperInvariant();
        var caseId = await tx.FindAsync<long?>("select case_id from deadlines where ref = @wanted", new { wanted }) ?? throw Unknown(deadlineRef);
        await CaseHead.TakeAsync(tx, caseId);
        return await tx.GetAsync<TakenDeadline>(
            """
            select d.id, d.ref, d.case_id, k.ref as case_ref, k.title as case_title, k.assignee, k.customer_id, n.ref as notice_ref, d.rule, d.to_do, d.whose, d.explanation,
              d.due_at, d.due_zone, d.not_before_at, d.status, d.anchor, d.anchor_at, d.counting, d.calendar, d.extended
            from deadlines d join cases k on k.id = d.case_id left join notices n on n.id = d.notice_id
            where d.ref = @wanted
            """,
            new { wanted });
    }

    /// <exception cref="DeskException">There is no such deadline, or it has ended.</exception>
    public static async Task<TakenDeadline> TakeRunningAsync(DeskTransaction tx, string deadlineRef)
    {
        var deadline = await TakeAsync(tx, deadlineRef);
        return deadline.Status is "open" or "paused" ? deadline : throw new DeskException($"{deadline.Ref} is no longer open; it is {deadline.Status}.");
    }

    public static DeskException Unknown(string deadlineRef) =>
        new($"There is no deadline “{Shown.Briefly(deadlineRef)}”; a deadline's reference looks like D-2021-00012.");
}
