using AbuseDesk.Cases;
namespace AbuseDesk.Notices.Facts;

/// <summary>The figures, derived from the lists so that they cannot disagree with them.</summary>
public sealed partial record NoticeFacts
{
    /// <summary>Counts over all items of the notice.</summary>
    public ItemCounts Counts => new(Items);

    /// <summary>["perch.example", "cdn.perch.example"], in the order first seen.</summary>
    public IReadOnlyList<string> Hosts => [.. Items.Select(item => item.Host).Distinct(StringComparer.Ordinal)];

    /// <summary>[1, 2, … 98].</summary>
    public IReadOnlyList<int> ItemNumbers => [.. Items.Select(item => item.Number)];

    /// <summary>The items by number, as their exhibits follow each other.</summary>
    public IReadOnlyList<ItemFacts> ItemsByNumber => [.. Items.OrderBy(item => item.Number)];

    /// <summary>[1, 2, … 98]: the items that have a screenshot.</summary>
    public IReadOnlyList<int> CapturedNumbers => [.. Items.Where(item => item.Exhibits.Count > 0).Select(item => item.Number)];

    /// <summary>How the number of items grew.</summary>
    public TrendFacts Trend => TrendFacts.Of(Items);

    /// <summary>True where the plan came after it was asked for; false for a plan that came before, or without a request.</summary>
    public bool PlanOnRequest => Plan is { } plan && PlanRequest is { } request && plan.Received.Instant >= request.Sent.Instant;

    /// <summary>Batches whose date to act by had passed at the last check.</summary>
    public BatchGroup PastDue => new([.. Batches.Where(batch => batch.DuePassed)]);

    /// <summary>Batches whose date to act by had not passed at the last check.</summary>
    public BatchGroup NotYetDue => new([.. Batches.Where(batch => !batch.DuePassed)]);

    /// <summary>All batches.</summary>
    public BatchGroup AllBatches => new(Batches);

    /// <summary>24 if every batch gave the same number of hours to act, else null.</summary>
    public int? HoursToAct => Batches.Select(batch => batch.HoursToAct).Distinct().ToArray() is [var hours] ? hours : null;

    /// <summary>The version of the terms in force today, as far as items were judged by it; else the latest; null where none was judged.</summary>
    public TermsVersionFacts? CurrentTerms => Terms.Count == 0 ? null : Terms[^1];

    /// <summary>The versions before <see cref="CurrentTerms"/>.</summary>
    public IReadOnlyList<TermsVersionFacts> EarlierTerms => [.. Terms.Take(Terms.Count - 1)];

    /// <summary>The latest warning; null if there was none.</summary>
    public WarningFacts? Warning => Warnings.Count == 0 ? null : Warnings[^1];

    /// <summary>The batch that a forwarding sends; null if there is none.</summary>
    public BatchFacts? Batch => Batches.Count == 0 ? null : Batches[^1];
}

/// <summary>Counts over items.</summary>
public sealed record ItemCounts(IReadOnlyList<ItemFacts> Items)
{
    /// <summary>98.</summary>
    public int All => Items.Count;

    /// <summary>98: items in some batch.</summary>
    public int Sent => Items.Count(item => item.Batch is not null);

    /// <summary>37.</summary>
    public int Removed => Items.Count(item => item.State == ItemState.Removed);

    /// <summary>61.</summary>
    public int StillUp => Items.Count(item => item.State == ItemState.StillUp);

    /// <summary>0: unchecked or unreachable.</summary>
    public int Unknown => All - Removed - StillUp;

    /// <summary>71: brought by third parties.</summary>
    public int Reported => Items.Count(item => item.Reported);

    /// <summary>27: own findings.</summary>
    public int Own => All - Reported;

    /// <summary>98: items with at least one screenshot.</summary>
    public int Captured => Items.Count(item => item.Exhibits.Count > 0);
}
