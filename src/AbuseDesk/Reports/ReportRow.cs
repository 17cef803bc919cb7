using NodaTime;

namespace AbuseDesk.Reports;

/// <summary>A report on one item. Enums are in their words.</summary>
public sealed record ReportRow
{
    public required long Id { get; init; }

    public required string Ref { get; init; }

    public required string Source { get; init; }

    public string? ReporterName { get; init; }

    public string? ReporterEmail { get; init; }

    public string? Note { get; init; }

    public required Instant ReceivedAt { get; init; }

    public required Instant FiledAt { get; init; }

    public required string FiledBy { get; init; }

    public string? OriginalSha256 { get; init; }

    /// <summary>When a lawyer allowed notices to name the reporter; null while they must not.</summary>
    public Instant? IdentityReleasedAt { get; init; }

    public string? IdentityReleasedBy { get; init; }

    public string? IdentityReleaseReason { get; init; }

    public required Instant SeenAt { get; init; }

    /// <summary>The location as the reporter wrote it.</summary>
    public required string WrittenUrl { get; init; }

    public required string Excerpt { get; init; }

    public required int ItemNumber { get; init; }

    /// <summary>The location for people, without scheme.</summary>
    public required string Display { get; init; }

    public required string CaseRef { get; init; }

    public required string CustomerAccount { get; init; }

    public required string CustomerName { get; init; }

    public required int ScreenshotsCount { get; init; }

    internal const string Select =
        """
        select r.id, r.ref, r.source, r.reporter_name, r.reporter_email, r.note, r.received_at, r.filed_at, r.filed_by, r.original_sha256,
          r.identity_released_at, r.identity_released_by, r.identity_release_reason,
          l.seen_at, l.written_url, l.excerpt, i.number as item_number, i.display, k.ref as case_ref,
          c.account as customer_account, c.name as customer_name,
          (select count(*) from screenshots s where s.item_id = i.id and s.report_id = r.id) as screenshots_count
        from reports r
        join report_items l on l.report_id = r.id
        join items i on i.id = l.item_id
        join cases k on k.id = i.case_id
        join customers c on c.id = k.customer_id
        """;
}
