using AbuseDesk.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Suspensions;

/// <summary>The end of a contract in a list.</summary>
public sealed record TerminationRow
{
    public required string NoticeRef { get; init; }

    public required string CaseRef { get; init; }

    public required string CustomerAccount { get; init; }

    public required string CustomerName { get; init; }

    /// <summary>A word of <see cref="TerminationStatus"/>.</summary>
    public required string Status { get; init; }

    public required Instant EffectiveAt { get; init; }

    public required Instant PreserveUntilAt { get; init; }

    public Instant? TookEffectAt { get; init; }

    public Instant? CalledOffAt { get; init; }
}

/// <summary>The terminations, the latest first.</summary>
public sealed class ListTerminations(DeskDatabase database)
{
    /// <param name="status">Only those in this status.</param>
    /// <param name="limit">Rows at most.</param>
    public Task<IReadOnlyList<TerminationRow>> RunAsync(TerminationStatus? status = null, int limit = 100) => database.ReadAsync<IReadOnlyList<TerminationRow>>(
        async connection => (await connection.QueryAsync<TerminationRow>(
            $"""
            select n.ref as notice_ref, c.ref as case_ref, u.account as customer_account, u.name as customer_name, t.status,
              t.effective_at, t.preserve_until_at, t.took_effect_at, t.called_off_at
            from terminations t
            join notices n on n.id = t.notice_id
            join cases c on c.id = t.case_id
            join customers u on u.id = t.customer_id
            {(status is null ? "" : "where t.status = @status")}
            order by t.id desc
            limit @limit
            """,
            new { status = status is { } one ? Words.Of(one) : null, limit })).AsList());
}
