using AbuseDesk.Database;
using AbuseDesk.Terms;
using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>What upholding a violation did to the record.</summary>
public enum Upheld
{
    Anew,
    Raised,
    Unchanged,
}

/// <summary>An item as violations are upheld on it.</summary>
public sealed record ViolatingItem(long Id, long CaseId, long CustomerId, Instant SeenAt);

/// <summary>Violations as part of another act; the caller journals and refreshes the case.</summary>
public static class Violations
{
    /// <summary>An item has one live violation per topic; a higher severity raises it, a lower one changes nothing.</summary>
    public static async Task<Upheld> UpholdAsync(DeskTransaction tx, Actor actor, ViolatingItem item, Clause clause, Severity severity)
    {
        if (await RaiseAsync(tx, item, clause, severity) is { } upheld) return upheld;
        await InsertAsync(tx, actor, item, clause, severity);
        return Upheld.Anew;
    }

    /// <summary>Raises the live violation under that topic where there is one; null where there is none.</summary>
    public static async Task<Upheld?> RaiseAsync(DeskTransaction tx, ViolatingItem item, Clause clause, Severity severity)
    {
        var live = await tx.FindAsync<Live>(
            """
            select v.id, v.severity from violations v join clauses c on c.id = v.clause_id
            where v.item_id = @Id and c.topic = @Topic and v.reversed_at is null
            """,
            new { item.Id, clause.Topic });
        if (live is null) return null;
        if (severity <= Words.Parse<Severity>(live.Severity)) return Upheld.Unchanged;
        await tx.ExecuteAsync("update violations set severity = @severity where id = @Id", new { live.Id, severity = Words.Of(severity) });
        return Upheld.Raised;
    }

    /// <summary>For an item that has no violation under that topic yet.</summary>
    public static Task InsertAsync(DeskTransaction tx, Actor actor, ViolatingItem item, Clause clause, Severity severity) => tx.ExecuteAsync(
        """
        insert into violations (item_id, case_id, customer_id, clause_id, severity, seen_at, decided_at, decided_by)
        values (@Id, @CaseId, @CustomerId, @clause, @severity, @SeenAt, @Now, @Login)
        """,
        new { item.Id, item.CaseId, item.CustomerId, clause = clause.Id, severity = Words.Of(severity), item.SeenAt, tx.Now, actor.Login });

    private sealed record Live
    {
        public required long Id { get; init; }

        public required string Severity { get; init; }
    }
}
