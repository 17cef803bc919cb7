using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Notices.Sealing;

/// <summary>The seal of a notice that was sent.</summary>
public sealed record SealRow
{
    public required long NoticeId { get; init; }

    public required string PdfSha256 { get; init; }

    /// <summary>Of the .p7s: the one with the time stamp, once there is one.</summary>
    public required string SealSha256 { get; init; }

    /// <summary>Subject of the certificate.</summary>
    public required string Certificate { get; init; }

    public required string CertificateSha256 { get; init; }

    public required Instant SealedAt { get; init; }

    /// <summary>When a time stamp is asked for next; null where none is awaited.</summary>
    public required Instant? StampDueAt { get; init; }

    public required int StampAttempts { get; init; }

    public required string? StampError { get; init; }

    public required Instant? StampedAt { get; init; }

    public required string? StampedBy { get; init; }
}

/// <summary>Reads seals.</summary>
public sealed class SealRecords(DeskDatabase database)
{
    /// <summary>Null where the notice has no seal.</summary>
    public Task<SealRow?> FindAsync(long noticeId) => database.SnapshotAsync(tx => FindAsync(tx, noticeId));

    /// <summary>Null where the notice has no seal.</summary>
    public static Task<SealRow?> FindAsync(DeskTransaction tx, long noticeId) =>
        tx.FindAsync<SealRow>("select * from notice_seals where notice_id = @noticeId", new { noticeId });
}
