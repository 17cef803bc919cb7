using AbuseDesk.Cases;

namespace AbuseDesk.Notices.Facts;

/// <summary>Who reported, and what: with the terms, all that a letter to a reporter may speak of.</summary>
public sealed record ReporterFacts
{
    /// <summary>"Jo Field"; null where none was given.</summary>
    public required string? Name { get; init; }

    /// <summary>"jo@watch.example": the letter goes there and nowhere else.</summary>
    public required string Email { get; init; }

    /// <summary>What they reported, one entry an item, by the instant it was received.</summary>
    public required IReadOnlyList<ReportedFacts> Reported { get; init; }

    /// <summary>["R-2021-00731"].</summary>
    public IReadOnlyList<string> Refs => [.. Reported.Select(report => report.Ref).Distinct(StringComparer.Ordinal)];

    /// <summary>2: items that we decided to be in breach.</summary>
    public int Upheld => Reported.Count(report => report.Decision is { Upheld: true });

    /// <summary>1: items that we decided not to be in breach.</summary>
    public int NotUpheld => Reported.Count(report => report.Decision is { Upheld: false });
}

/// <summary>One item as this reporter named it; nothing that another reporter or the customer said.</summary>
public sealed record ReportedFacts
{
    /// <summary>"R-2021-00731".</summary>
    public required string Ref { get; init; }

    /// <summary>When the report reached us.</summary>
    public required Moment Received { get; init; }

    /// <summary>"https://perch.example/p/7wd7hkgp": the location as the reporter wrote it.</summary>
    public required string Location { get; init; }

    /// <summary>When the reporter saw it.</summary>
    public required Moment Seen { get; init; }

    /// <summary>Null in a receipt.</summary>
    public required DecisionFacts? Decision { get; init; }
}

/// <summary>What was decided on a reported item.</summary>
public sealed record DecisionFacts
{
    /// <summary>True where the item breaches the clause.</summary>
    public required bool Upheld { get; init; }

    /// <summary>"Tuesday 24 November 2020": when it was decided, provider's zone.</summary>
    public required Moment Decided { get; init; }

    /// <summary>"7.4": the clause that it breaches, or that it was held against.</summary>
    public required string Clause { get; init; }

    /// <summary>"Incitement to violence".</summary>
    public required string Heading { get; init; }

    /// <summary>"1 December 2020": date of the version of the terms.</summary>
    public required Moment TermsVersion { get; init; }

    /// <summary>Why the item is no breach, in the words of whoever decided; null where it is one: then the clause is the reason.</summary>
    public required string? Reason { get; init; }

    /// <summary>True where we asked whoever answers for the content to remove it.</summary>
    public required bool SentForRemoval { get; init; }

    /// <summary>Its state at our last check.</summary>
    public required ItemState State { get; init; }

    /// <summary>Null while we have not looked again.</summary>
    public required Moment? Checked { get; init; }
}
