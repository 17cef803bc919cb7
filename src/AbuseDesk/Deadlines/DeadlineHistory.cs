using AbuseDesk.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Deadlines;

/// <summary>A deadline of a case, open or ended, with the instants of its reminders.</summary>
public sealed record PastDeadline
{
    public required long Id { get; init; }

    public required string Ref { get; init; }

    public required string Rule { get; init; }

    public required string ToDo { get; init; }

    /// <summary>open, met, missed, withdrawn.</summary>
    public required string Status { get; init; }

    public required Instant DueAt { get; init; }

    public required string DueZone { get; init; }

    /// <summary>The notice that started it; null where none did.</summary>
    public required string? NoticeRef { get; init; }

    /// <summary>The instants at which somebody is or was reminded, each once.</summary>
    public IReadOnlyList<Instant> Reminders { get; init; } = [];
}

/// <summary>All deadlines of a case, the ended ones too.</summary>
public sealed class DeadlineHistory(DeskDatabase database)
{
    public Task<IReadOnlyList<PastDeadline>> RunAsync(string caseRef) => database.SnapshotAsync<IReadOnlyList<PastDeadline>>(async tx =>
    {
        var deadlines = await tx.QueryAsync<PastDeadline>(
            """
            select d.id, d.ref, d.rule, d.to_do, d.status, d.due_at, d.due_zone, n.ref as notice_ref
            from deadlines d join cases k on k.id = d.case_id left join notices n on n.id = d.notice_id
            where k.ref = @caseRef
            order by d.due_at, d.id
            """,
            new { caseRef });
        var reminders = (await tx.QueryAsync<(long DeadlineId, Instant At)>(
            """
            select distinct r.deadline_id, r.remind_at
            from reminders r join deadlines d on d.id = r.deadline_id join cases k on k.id = d.case_id
            where k.ref = @caseRef
            order by r.deadline_id, r.remind_at
            """,
            new { caseRef })).ToLookup(row => row.DeadlineId, row => row.At);
        return [.. deadlines.Select(deadline => deadline with { Reminders = [.. reminders[deadline.Id]] })];
    });
}
