using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Escalation;

/// <summary>What another ladder would have proposed over the past days, where that differs from the one in use. Changes nothing.</summary>
public sealed class PreviewLadder(DeskDatabase database, Ladder ladder, DeskZone zone)
{
    /// <summary>Customers looked at; those with the most violations in the days come first.</summary>
    public const int MostCustomers = 200;

    public const int MostDays = 366;

    /// <summary>Reads the other ladder from its text and plays it; the same as <see cref="RunAsync(Ladder, int, CancellationToken)"/>.</summary>
    /// <param name="name">What the text is called in sentences about mistakes.</param>
    /// <exception cref="DeskException">A mistake in the text, with its line and key.</exception>
    public Task<LadderPreview> RunAsync(string yaml, string name, int days, CancellationToken cancel = default) =>
        RunAsync(LadderFile.Read(yaml, name), days, cancel);

    /// <param name="days">Days of the desk's zone up to today, each judged as the record stood at its end.</param>
    /// <exception cref="DeskException">The days are out of range.</exception>
    public async Task<LadderPreview> RunAsync(Ladder other, int days, CancellationToken cancel = default)
    {
        if (days is < 1 or > MostDays) throw new DeskException($"The days to look back are 1 to {MostDays}.");
        var (now, customers) = await database.SnapshotAsync(async tx => (tx.Now, await CustomersAsync(tx, tx.Now - Duration.FromDays(days))), cancel);
        var today = now.InZone(zone.Zone).Date;
        var from = today.PlusDays(1 - days);
        var differences = new List<LadderDifference>();
        foreach (var customer in customers.Take(MostCustomers))
        {
            cancel.ThrowIfCancellationRequested();
            // one customer at a time, so that nobody waits for a long snapshot
            differences.AddRange(await database.SnapshotAsync(tx => CompareAsync(tx, other, customer, from, today, now), cancel));
        }

        return new LadderPreview
        {
            Version = ladder.Version,
            OtherVersion = other.Version,
            From = from,
            To = today,
            Customers = Math.Min(customers.Count, MostCustomers),
            LeftOut = Math.Max(0, customers.Count - MostCustomers),
            Differences = [.. differences.OrderByDescending(difference => difference.To).ThenBy(difference => difference.Account, StringComparer.Ordinal)],
        };
    }

    private async Task<List<LadderDifference>> CompareAsync(
        DeskTransaction tx, Ladder other, CustomerRow customer, LocalDate from, LocalDate to, Instant now)
    {
        var found = new List<LadderDifference>();
        for (var day = from; day <= to; day = day.PlusDays(1))
        {
            var at = Instant.Min(now, zone.Zone.AtStartOfDay(day.PlusDays(1)).ToInstant());
            var (one, two) = await ProposeAsync(tx, other, customer.Id, at);
            if (one == two) continue;
            if (found is [.., var last] && last.To == day.PlusDays(-1) && (last.Proposed, last.Other) == (one, two))
                found[^1] = last with { To = day };
            else
                found.Add(new LadderDifference(customer.Account, customer.Name, customer.CaseRef, day, day, one, two));
        }

        return found;
    }

    private async Task<(string One, string Two)> ProposeAsync(DeskTransaction tx, Ladder other, long customer, Instant at)
    {
        var record = await EscalationRecords.ReadAsync(tx, ladder, zone.Zone, customer, at);
        var wider = other.WindowDays == ladder.WindowDays ? record : await EscalationRecords.ReadAsync(tx, other, zone.Zone, customer, at);
        return (Escalate.Decide(ladder, record).Title, Escalate.Decide(other, wider).Title);
    }

    private static async Task<List<CustomerRow>> CustomersAsync(DeskTransaction tx, Instant since) =>
        [.. await tx.QueryAsync<CustomerRow>(
            """
            select c.id, c.account, c.name, (select k.ref from cases k where k.customer_id = c.id order by k.id desc limit 1) as case_ref
            from customers c
            join (select customer_id, count(*) as counted from violations where decided_at >= @since group by customer_id) v on v.customer_id = c.id
            order by v.counted desc, c.account
            """,
            new { since })];

    private sealed record CustomerRow
    {
        public required long Id { get; init; }

        public required string Account { get; init; }

        public required string Name { get; init; }

        public required string CaseRef { get; init; }
    }
}

/// <summary>Where two ladders differ over the past days.</summary>
public sealed record LadderPreview
{
    /// <summary>The version in use.</summary>
    public required string Version { get; init; }

    public required string OtherVersion { get; init; }

    /// <summary>The first day, in the desk's zone.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day, in the desk's zone; it is judged as of now.</summary>
    public required LocalDate To { get; init; }

    /// <summary>How many customers were looked at: those with a violation decided in the days.</summary>
    public required int Customers { get; init; }

    /// <summary>Customers beyond the most that are looked at.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Latest first.</summary>
    public required IReadOnlyList<LadderDifference> Differences { get; init; }

    /// <summary>The whole in a sentence or two.</summary>
    public string Sentence =>
        $"From {From:uuuu-MM-dd} to {To:uuuu-MM-dd} the ladder {OtherVersion} would have proposed "
        + (Differences.Count == 0 ? "the same as" : "something else than")
        + $" the ladder {Version} in use"
        + (Differences.Count == 0 ? "" : $" for {Counted.Of(Differences.Select(difference => difference.Account).Distinct().Count(), "customer")}")
        + $"; {Counted.Of(Customers, "customer")} with violations decided in these days "
        + (Customers == 1 ? "was" : "were") + " looked at."
        + (LeftOut == 0 ? "" : $" {Counted.Of(LeftOut, "customer")} with fewer violations {(LeftOut == 1 ? "was" : "were")} left out.");
}

/// <summary>From day to day, both included, the ladder in use proposed one thing and the other would have proposed another.</summary>
/// <param name="CaseRef">The customer's newest case.</param>
public sealed record LadderDifference(
    string Account, string Name, string CaseRef, LocalDate From, LocalDate To, string Proposed, string Other);
