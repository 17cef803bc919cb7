namespace AbuseDesk.Notices.Facts;

/// <summary>A version of the terms, with the clauses quoted from it and the items judged by it.</summary>
public sealed record TermsVersionFacts
{
    /// <summary>"1 May 2019": the date that names the version.</summary>
    public required Moment Version { get; init; }

    /// <summary>"1 December 2020, 00:00 PST": first instant in force.</summary>
    public required Moment InForceFrom { get; init; }

    /// <summary>"30 November 2020, 23:59:59 PST": last second in force; null for the version in force today.</summary>
    public required Moment? InForceUntil { get; init; }

    /// <summary>"D14"; null while it is not an exhibit.</summary>
    public required string? Exhibit { get; init; }

    /// <summary>The clauses that the items breach, as this version words them.</summary>
    public required IReadOnlyList<ClauseFacts> Clauses { get; init; }

    /// <summary>[1, 2, … 8]: items seen while it was in force.</summary>
    public required IReadOnlyList<int> ItemNumbers { get; init; }
}

/// <summary>A clause, word for word.</summary>
public sealed record ClauseFacts
{
    /// <summary>"7.4".</summary>
    public required string Number { get; init; }

    /// <summary>"Incitement to violence".</summary>
    public required string Heading { get; init; }

    /// <summary>Its paragraphs; a sub-clause has a marker.</summary>
    public required IReadOnlyList<ClauseLine> Lines { get; init; }
}

/// <summary>One paragraph of a clause.</summary>
public sealed record ClauseLine
{
    /// <summary>"(a)"; null for a paragraph that is no sub-clause.</summary>
    public required string? Marker { get; init; }

    /// <summary>"content in breach of clause 7.4 endangers the life or safety of persons;".</summary>
    public required string Text { get; init; }
}

/// <summary>What became of a clause from one version to the next.</summary>
public sealed record ClauseChange
{
    /// <summary>"6.2".</summary>
    public required string Earlier { get; init; }

    /// <summary>"7.4".</summary>
    public required string Later { get; init; }

    /// <summary>True if the words differ.</summary>
    public required bool Reworded { get; init; }

    /// <summary>True if the numbers differ.</summary>
    public bool Renumbered => Earlier != Later;
}

/// <summary>How the content breaches the clause, to follow "content that …" and "items that …".</summary>
public sealed record ConductFacts
{
    /// <summary>"incites violence".</summary>
    public required string One { get; init; }

    /// <summary>"incite violence".</summary>
    public required string Many { get; init; }
}
