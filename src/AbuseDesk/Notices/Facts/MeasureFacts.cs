namespace AbuseDesk.Notices.Facts;

/// <summary>The measure that the notice announces.</summary>
public sealed record MeasureFacts
{
    /// <summary>["perch.example", "cdn.perch.example", "198.51.100.32/27"].</summary>
    public required IReadOnlyList<string> Resources { get; init; }

    /// <summary>True if the measure covers every service of the account.</summary>
    public required bool AllServices { get; init; }

    /// <summary>["FR", "DE"]; empty means worldwide.</summary>
    public required IReadOnlyList<string> Territories { get; init; }

    /// <summary>"Sunday 10 January 2021, 23:59 PST", and the customer's clock.</summary>
    public required MomentInZones Effective { get; init; }

    /// <summary>When it ends; null if it lasts until it is lifted in writing.</summary>
    public required MomentInZones? EndsAt { get; init; }

    /// <summary>"Wednesday 10 February 2021, 23:59 PST": until then the data is kept for migration.</summary>
    public required MomentInZones PreservedUntil { get; init; }
}

public enum DocumentKind
{
    Forwarding,
    Warning,
    PlanRequest,
    Plan,
    Assessment,
    Checks,
    Terms,
    Other,

    /// <summary>A notice of suspension that was sent.</summary>
    Suspension,
}

/// <summary>A document that the notice cites: an exhibit by its hash.</summary>
public sealed record DocumentFacts
{
    /// <summary>"D13".</summary>
    public required string Label { get; init; }

    /// <summary>What the document is: a name of the record, worded by the template.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>8: which batch, where the kind is forwarding.</summary>
    public required int? Batch { get; init; }

    /// <summary>[69, … 98]: the items of the batch, where the kind is forwarding; else empty.</summary>
    public required IReadOnlyList<int> ItemNumbers { get; init; }

    /// <summary>9: how many checks or criteria it holds, where the kind is checks or plan request.</summary>
    public required int? Count { get; init; }

    /// <summary>The name, where the kind is other.</summary>
    public required string? Title { get; init; }

    /// <summary>64 hex digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When it was sent, received or written; for terms, the date of the version.</summary>
    public required Moment At { get; init; }
}
