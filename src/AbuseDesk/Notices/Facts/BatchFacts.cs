namespace AbuseDesk.Notices.Facts;

/// <summary>Items sent to the customer together, and their state at the last check.</summary>
public sealed record BatchFacts
{
    /// <summary>8.</summary>
    public required int Number { get; init; }

    /// <summary>"9 January 2021, 08:00 PST".</summary>
    public required Moment Sent { get; init; }

    /// <summary>"10 January 2021, 08:00 PST", and the customer's clock.</summary>
    public required MomentInZones ActBy { get; init; }

    /// <summary>"D12": the forwarding itself; null while it is not an exhibit.</summary>
    public required string? Exhibit { get; init; }

    /// <summary>[69, 70, … 98].</summary>
    public required IReadOnlyList<int> ItemNumbers { get; init; }

    /// <summary>5: found removed at or before the last check.</summary>
    public required int Removed { get; init; }

    /// <summary>25.</summary>
    public required int StillUp { get; init; }

    /// <summary>3: found removed at or before the date to act by.</summary>
    public required int RemovedByActBy { get; init; }

    /// <summary>True if the date to act by had passed at the last check.</summary>
    public required bool DuePassed { get; init; }

    /// <summary>30.</summary>
    public int Items => ItemNumbers.Count;

    /// <summary>0: neither removed nor still up (unchecked or unreachable).</summary>
    public int Unknown => Items - Removed - StillUp;

    /// <summary>24: whole hours from sending to the date to act by.</summary>
    public int HoursToAct => (int)(ActBy.Provider.Instant - Sent.Instant).TotalHours;
}

/// <summary>Several batches taken together.</summary>
public sealed record BatchGroup(IReadOnlyList<BatchFacts> Batches)
{
    /// <summary>[1, 2, 3, 4, 5, 6, 7].</summary>
    public IReadOnlyList<int> Numbers => [.. Batches.Select(batch => batch.Number)];

    /// <summary>68.</summary>
    public int Items => Batches.Sum(batch => batch.Items);

    /// <summary>32.</summary>
    public int Removed => Batches.Sum(batch => batch.Removed);

    /// <summary>13.</summary>
    public int RemovedByActBy => Batches.Sum(batch => batch.RemovedByActBy);

    /// <summary>19: removed, but after the date to act by.</summary>
    public int RemovedLater => Removed - RemovedByActBy;

    /// <summary>36.</summary>
    public int StillUp => Batches.Sum(batch => batch.StillUp);

    /// <summary>0: unchecked or unreachable.</summary>
    public int Unknown => Items - Removed - StillUp;
}

/// <summary>The state of the items sent, at one check.</summary>
public sealed record CheckFacts
{
    /// <summary>"8 December 2020, 09:00 PST".</summary>
    public required Moment At { get; init; }

    /// <summary>13: items sent by then.</summary>
    public required int Sent { get; init; }

    /// <summary>6.</summary>
    public required int Removed { get; init; }

    /// <summary>7.</summary>
    public required int StillUp { get; init; }

    /// <summary>"D13": the record of the checks; null while it is not an exhibit.</summary>
    public required string? Exhibit { get; init; }
}
