using NodaTime;

namespace AbuseDesk.Notices.Verify;

/// <summary>Whether a seal proves who sealed a file, and when.</summary>
public enum SealVerdict
{
    /// <summary>Sound, of exactly these bytes, and its certificate is vouched for.</summary>
    Genuine,

    /// <summary>Sound and of exactly these bytes, but nobody here vouches for its certificate: anybody can make one.</summary>
    NotVouched,

    /// <summary>Not of these bytes, changed, or made with a certificate that was not valid.</summary>
    Broken,
}

/// <summary>What a seal (.p7s) says of a file. What it names is null where it is broken.</summary>
public sealed record SealProof
{
    public required SealVerdict Verdict { get; init; }

    public required string Sentence { get; init; }

    /// <summary>Of the .p7s.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Subject of the certificate.</summary>
    public string? Certificate { get; init; }

    public string? Issuer { get; init; }

    public string? SerialNumber { get; init; }

    public string? CertificateSha256 { get; init; }

    /// <summary>"the record of this desk", "the authorities given"; null for nobody.</summary>
    public string? VouchedBy { get; init; }

    /// <summary>By the clock of the one who sealed.</summary>
    public Instant? SealedAt { get; init; }

    /// <summary>By the time stamp; null where there is none.</summary>
    public Instant? StampedAt { get; init; }

    public string? StampedBy { get; init; }

    /// <summary>Whether the server of the time stamp is vouched for.</summary>
    public bool StampVouched { get; init; }
}
