using NodaTime;

namespace AbuseDesk.Terms;

/// <summary>A clause of a published version of the terms.</summary>
public sealed record Clause
{
    public required long Id { get; init; }

    public required long TermsVersionId { get; init; }

    public required string Version { get; init; }

    /// <summary>Title of the terms.</summary>
    public required string TermsTitle { get; init; }

    /// <summary>The version is in force from this instant…</summary>
    public required Instant EffectiveAt { get; init; }

    /// <summary>… up to this one; null where no later version is published.</summary>
    public Instant? InForceUntil { get; init; }

    /// <summary>Place in the document, from 1.</summary>
    public required int Ordinal { get; init; }

    public required string Number { get; init; }

    public required string Heading { get; init; }

    /// <summary>The same subject in every version, whatever its number there.</summary>
    public required string Topic { get; init; }

    /// <summary>Markdown.</summary>
    public required string Body { get; init; }
}
