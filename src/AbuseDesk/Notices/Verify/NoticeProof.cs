using NodaTime;

namespace AbuseDesk.Notices.Verify;

/// <summary>What the bytes of a file are to the desk.</summary>
public enum NoticeVerdict
{
    /// <summary>Exactly these bytes were sent, and approved where their kind needs that.</summary>
    Sent,

    /// <summary>A version that another one replaced before anything was sent.</summary>
    OlderVersion,

    /// <summary>The current version of a notice that was neither approved nor sent so far.</summary>
    Draft,

    /// <summary>Exactly these bytes were approved, and are not sent so far.</summary>
    Approved,

    Withdrawn,

    NotKnown,
}

/// <summary>What is on record about the bytes of a file. For staff: it tells of drafts too.</summary>
public sealed record NoticeProof
{
    public required NoticeVerdict Verdict { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>Null, as all that follows, where the bytes are not known.</summary>
    public string? Ref { get; init; }

    public string? Kind { get; init; }

    public int? Version { get; init; }

    /// <summary>The version that the notice is at.</summary>
    public int? CurrentVersion { get; init; }

    /// <summary>A login; null where these bytes were not approved or needed no approval.</summary>
    public string? ApprovedBy { get; init; }

    public string? ApprovedByName { get; init; }

    public Instant? ApprovedAt { get; init; }

    /// <summary>All who approved these bytes, the first one first; the one before them is the last of these.</summary>
    public IReadOnlyList<ProvenApproval> Approvals { get; init; } = [];

    /// <summary>A login; null where these bytes were not sent.</summary>
    public string? SentBy { get; init; }

    public string? SentByName { get; init; }

    public Instant? SentAt { get; init; }

    /// <summary>Of the .p7s that went with these bytes; null where they were sent without a seal.</summary>
    public string? SealSha256 { get; init; }

    /// <summary>Subject of the certificate that sealed them.</summary>
    public string? SealedWith { get; init; }

    /// <summary>By the time stamp of the seal.</summary>
    public Instant? StampedAt { get; init; }

    /// <summary>What anybody may be told; null where these bytes were not sent.</summary>
    public SentNotice? Sent => Verdict == NoticeVerdict.Sent ? new SentNotice { Ref = Ref!, Kind = Kind!, SentAt = SentAt!.Value, PdfSha256 = Sha256, SealedWith = SealedWith, StampedAt = StampedAt } : null;

    /// <summary>The verdict in words.</summary>
    public string Sentence => Verdict switch
    {
        NoticeVerdict.Sent => $"This is {Ref}, version {Version}, exactly as it was sent.",
        NoticeVerdict.OlderVersion => $"This is version {Version} of {Ref}, an older version that was never sent; the notice is at version {CurrentVersion}.",
        NoticeVerdict.Draft => $"This is version {Version} of {Ref}, a draft that was not sent.",
        NoticeVerdict.Approved => $"This is version {Version} of {Ref}, approved{(ApprovedByName is { } name ? $" by {name}" : "")} but not sent so far.",
        NoticeVerdict.Withdrawn => $"This is version {Version} of {Ref}, which was withdrawn and never sent.",
        _ => "No notice of this desk has these bytes: the file is not known, or it was changed or saved again since.",
    };
}

/// <summary>Who approved the bytes of a notice, and when.</summary>
public sealed record ProvenApproval
{
    public required string Login { get; init; }

    public required string Name { get; init; }

    public required Instant At { get; init; }
}

/// <summary>A notice that was sent, as far as anybody may know of it who holds its code or its bytes: nothing about customer or case.</summary>
public sealed record SentNotice
{
    public required string Ref { get; init; }

    public required string Kind { get; init; }

    public required Instant SentAt { get; init; }

    /// <summary>Of the PDF, as it was sent.</summary>
    public required string PdfSha256 { get; init; }

    /// <summary>Subject of the certificate that sealed the PDF; null where it has no seal.</summary>
    public string? SealedWith { get; init; }

    /// <summary>By the time stamp of the seal; null where it has none.</summary>
    public Instant? StampedAt { get; init; }
}
