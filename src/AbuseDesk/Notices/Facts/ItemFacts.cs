using AbuseDesk.Cases;

namespace AbuseDesk.Notices.Facts;

/// <summary>One item of the case, as the record knows it at the last check.</summary>
public sealed record ItemFacts
{
    /// <summary>13: its number in the case, which its exhibits share.</summary>
    public required int Number { get; init; }

    /// <summary>"https://perch.example/p/7wd7hkgp", normalised.</summary>
    public required string Url { get; init; }

    /// <summary>"perch.example/p/7wd7hkgp", for tables.</summary>
    public required string Location { get; init; }

    /// <summary>"perch.example", or an address.</summary>
    public required string Host { get; init; }

    /// <summary>"Ten of us are enough to get through the side door."; null where none was recorded.</summary>
    public required string? Excerpt { get; init; }

    /// <summary>First seen, in the zones of provider, customer and UTC.</summary>
    public required MomentInZones Seen { get; init; }

    /// <summary>"7.4": the clause of the version in force when it was seen.</summary>
    public required string Clause { get; init; }

    /// <summary>"1 December 2020": date of that version.</summary>
    public required Moment TermsVersion { get; init; }

    /// <summary>"critical", "high", "medium" or "low": a name of the policy, worded by the template.</summary>
    public required string Severity { get; init; }

    /// <summary>3: the batch in which it was sent; null if it was not sent yet.</summary>
    public required int? Batch { get; init; }

    /// <summary>Its state at the last check.</summary>
    public required ItemState State { get; init; }

    /// <summary>The check that first found it removed, where <see cref="State"/> is removed.</summary>
    public required Moment? RemovedFoundAt { get; init; }

    /// <summary>True where a third party reported it; false for an own finding.</summary>
    public required bool Reported { get; init; }

    /// <summary>Its screenshots; none where they must not be shown.</summary>
    public required IReadOnlyList<ExhibitFacts> Exhibits { get; init; }
}

/// <summary>A screenshot of an item, as it stands in the evidence store.</summary>
public sealed record ExhibitFacts
{
    /// <summary>"13"; "13.2" for the second screenshot of an item.</summary>
    public required string Label { get; init; }

    /// <summary>64 hex digits: the hash of the bytes that are printed.</summary>
    public required string Sha256 { get; init; }

    /// <summary>"image/jpeg".</summary>
    public required string MediaType { get; init; }

    /// <summary>1280, pixels.</summary>
    public required int Width { get; init; }

    /// <summary>1532, pixels.</summary>
    public required int Height { get; init; }

    /// <summary>True where our own staff captured it, who are not named to the customer.</summary>
    public required bool OwnCapture { get; init; }

    /// <summary>"Tomas Brandvold, Abuse Desk", or a third party.</summary>
    [InternalFact]
    public required string CapturedBy { get; init; }

    /// <summary>"whole page from the browser".</summary>
    public required string Method { get; init; }

    /// <summary>When it was captured.</summary>
    public required MomentInZones CapturedAt { get; init; }

    /// <summary>What was blacked out; null where nothing was.</summary>
    public required RedactionFacts? Redaction { get; init; }

    /// <summary>"JPEG".</summary>
    public string Format => MediaType[(MediaType.IndexOf('/', StringComparison.Ordinal) + 1)..].ToUpperInvariant();
}

/// <summary>A redaction: the printed picture differs from the sealed original.</summary>
public sealed record RedactionFacts
{
    /// <summary>"2 parts of the picture were blacked out.", in the language of the notice.</summary>
    public required string Description { get; init; }

    /// <summary>64 hex digits: the hash of the sealed original.</summary>
    public required string OriginalSha256 { get; init; }
}
