using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Reports;

/// <summary>The item that a filing is about.</summary>
internal sealed record ReportedItem
{
    public required long Id { get; init; }

    public required int Number { get; init; }

    public required long CaseId { get; init; }

    public required string CaseRef { get; init; }

    public required string State { get; init; }

    public Instant? StateAt { get; init; }

    /// <summary>The customer's item at that location; null if it is new.</summary>
    public static Task<ReportedItem?> FindAsync(DeskTransaction tx, Filing filing) => tx.FindAsync<ReportedItem>(
        """
        select i.id, i.number, i.case_id, k.ref as case_ref, i.state, i.state_at
        from items i join cases k on k.id = i.case_id
        where i.customer_id = @CustomerId and i.location_key = @Key
        """,
        new { filing.CustomerId, filing.Location.Key });

    public static async Task<ReportedItem> InsertAsync(DeskTransaction tx, Filing filing, CaseInHand inHand)
    {
        var number = inHand.NextNumber();
        var id = await tx.GetAsync<long>(
            """
            insert into items (case_id, customer_id, number, location_key, url, display, host, excerpt, first_seen_at, state, filed_at)
            values (@CaseId, @CustomerId, @number, @Key, @Url, @Display, @Host, @Excerpt, @SeenAt, 'unchecked', @Now)
            returning id
            """,
            new
            {
                CaseId = inHand.Id,
                filing.CustomerId,
                number,
                filing.Location.Key,
                filing.Location.Url,
                filing.Location.Display,
                filing.Location.Host,
                Excerpt = filing.Request.Excerpt.Trim(),
                SeenAt = InstantHandler.Cut(filing.Request.SeenAt),
                tx.Now,
            });
        return new ReportedItem { Id = id, Number = number, CaseId = inHand.Id, CaseRef = inHand.Ref, State = "unchecked" };
    }

    /// <summary>What another report adds to a known item: an earlier sighting, an excerpt where it had none.</summary>
    public Task JoinAsync(DeskTransaction tx, Filing filing) => tx.ExecuteAsync(
        """
        update items set
          first_seen_at = case when @SeenAt < first_seen_at then @SeenAt else first_seen_at end,
          excerpt = case when excerpt = '' then @Excerpt else excerpt end,
          version = version + 1
        where id = @Id
        """,
        new { Id, filing.Request.SeenAt, Excerpt = filing.Request.Excerpt.Trim() });

    /// <summary>Whether it was found removed before this report saw it.</summary>
    public bool IsBackAt(Instant seen) => State == "removed" && seen > StateAt;
}
