using AbuseDesk.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Suspensions;

/// <summary>A suspension in a list.</summary>
public sealed record SuspensionRow
{
    public required long Id { get; init; }

    public required string Ref { get; init; }

    public required string CaseRef { get; init; }

    public required string CustomerAccount { get; init; }

    public required string CustomerName { get; init; }

    public required string NoticeRef { get; init; }

    /// <summary>"cure" or "immediate".</summary>
    public required string ContractPath { get; init; }

    public required string Scope { get; init; }

    /// <summary>A word of <see cref="SuspensionStatus"/>.</summary>
    public required string Status { get; init; }

    public required Instant EffectiveAt { get; init; }

    /// <summary>As promised, on the clock of <see cref="EffectiveZone"/>.</summary>
    public required string EffectiveLocal { get; init; }

    /// <summary>TZDB name.</summary>
    public required string EffectiveZone { get; init; }

    public required Instant PreserveUntilAt { get; init; }

    public Instant? TookEffectAt { get; init; }

    public Instant? LiftedAt { get; init; }
}

/// <summary>The suspensions, the latest first.</summary>
public sealed class ListSuspensions(DeskDatabase database)
{
    /// <param name="status">Only those in this status.</param>
    /// <param name="limit">Rows at most.</param>
    public Task<IReadOnlyList<SuspensionRow>> RunAsync(SuspensionStatus? status = null, int limit = 100) => database.ReadAsync<IReadOnlyList<SuspensionRow>>(
        async connection => (await connection.QueryAsync<SuspensionRow>(
            $"""
            select s.id, s.ref, c.ref as case_ref, u.account as customer_account, u.name as customer_name, n.ref as notice_ref, s.contract_path,
              s.scope, s.status, s.effective_at, s.effective_local, s.effective_zone, s.preserve_until_at, s.took_effect_at, s.lifted_at
            from suspensions s
            join cases c on c.id = s.case_id
            join customers u on u.id = s.customer_id
            join notices n on n.id = s.notice_id
            {(status is null ? "" : "where s.status = @status")}
            order by s.id desc
            limit @limit
            """,
            new { status = status is { } one ? Words.Of(one) : null, limit })).AsList());
}
