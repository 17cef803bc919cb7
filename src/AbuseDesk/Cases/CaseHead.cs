using System.Globalization;
using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>A case as an act finds it. Taken first, it keeps other acts on the case waiting until this one ends.</summary>
public sealed record CaseHead
{
    public required long Id { get; init; }

    public required string Ref { get; init; }

    public required long CustomerId { get; init; }

    public required string Title { get; init; }

    public required string Status { get; init; }

    public required string Turn { get; init; }

    public string? Assignee { get; init; }

    public required long Version { get; init; }

    public bool IsOpen => Status == Words.Of(CaseStatus.Open);

    /// <exception cref="DeskException">There is no such case.</exception>
    public static async Task<CaseHead> TakeAsync(DeskTransaction tx, string caseRef) =>
        await tx.FindAsync<CaseHead>(
            $"select id, ref, customer_id, title, status, turn, assignee, version from cases where ref = @caseRef {tx.Dialect.ForUpdate}",
            new { caseRef = caseRef.Trim().ToUpperInvariant() })
        ?? throw Unknown(caseRef);

    /// <summary>
    /// The same by id. Acts on a notice or a deadline take the case first too, then the notice, then the journal's chain: with one
    /// order for all, none waits for another that waits for it.
    /// </summary>
    public static Task<CaseHead> TakeAsync(DeskTransaction tx, long caseId) => tx.GetAsync<CaseHead>(
        $"select id, ref, customer_id, title, status, turn, assignee, version from cases where id = @caseId {tx.Dialect.ForUpdate}", new { caseId });

    /// <exception cref="DeskException">There is no such case, or it is closed.</exception>
    public static async Task<CaseHead> TakeOpenAsync(DeskTransaction tx, string caseRef)
    {
        var head = await TakeAsync(tx, caseRef);
        head.DemandOpen();
        return head;
    }

    /// <exception cref="DeskException">It is closed.</exception>
    public void DemandOpen()
    {
        if (!IsOpen) throw new DeskException($"{Ref} is closed; reopen it first.");
    }

    /// <param name="tx">The transaction of the act.</param>
    /// <param name="seen">The version that the person had in front of them; null where they had none.</param>
    /// <param name="zone">In which the sentence gives the time.</param>
    /// <exception cref="DeskException">Somebody changed the case since: "changed by X at T".</exception>
    public async Task DemandVersionAsync(DeskTransaction tx, long? seen, DeskZone zone)
    {
        if (seen is null || seen == Version) return;
        var last = await tx.FindAsync<Change>(
            """
            select coalesce(s.name, j.actor) as name, j.at
            from journal_chains c
            join journal j on j.chain = c.chain and j.number = c.last_number
            left join staff s on s.login = j.actor
            where c.chain = @Ref
            """,
            this);
        throw new DeskException(last is null
            ? $"{Ref} was changed since you opened it; look at it again and repeat what you wanted to do."
            : $"{Ref} was changed by {last.Name} at {zone.Say(last.At)}; look at it again and repeat what you wanted to do.");
    }

    internal static DeskException Unknown(string caseRef) =>
        new($"There is no case “{Shown.Briefly(caseRef)}”; a case reference looks like C-2021-0001.");

    private sealed record Change
    {
        public required string Name { get; init; }

        public required Instant At { get; init; }
    }
}

/// <summary>Instants in sentences of this folder.</summary>
internal static class SaidInstants
{
    /// <summary>"Sat 9 Jan 2021, 18:40 PST".</summary>
    public static string Say(this DeskZone zone, Instant at)
    {
        var local = at.InZone(zone.Zone);
        return local.ToString("ddd d MMM uuuu, HH:mm x", CultureInfo.InvariantCulture);
    }
}
