using AbuseDesk.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>A capture that belongs to a case.</summary>
public sealed record EvidenceOfCase
{
    public required long CaptureId { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>In its word: screenshot, report, plan, document.</summary>
    public required string Purpose { get; init; }

    /// <summary>The item that it shows; null for what belongs to the whole case.</summary>
    public int? ItemNumber { get; init; }

    public string? FileName { get; init; }

    public string? SourceUrl { get; init; }

    public required Instant CapturedAt { get; init; }

    public required string CapturedBy { get; init; }

    public required string Method { get; init; }

    public required Instant AddedAt { get; init; }

    public required string AddedBy { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    public required string MediaType { get; init; }

    /// <summary>Pixels; null where it is no image.</summary>
    public int? Width { get; init; }

    public int? Height { get; init; }
}

/// <summary>Everything captured for a case: screenshots of its items, what reports came as, plans and their assessments.</summary>
public sealed class CaseEvidence(DeskDatabase database)
{
    private const string Captures =
        """
        select s.capture_id, i.number as item_number from screenshots s join items i on i.id = s.item_id where i.case_id = @caseId
        union
        select r.capture_id, i.number from redactions r join items i on i.id = r.item_id where i.case_id = @caseId and r.capture_id is not null
        union
        select t.id, i.number from items i join report_items l on l.item_id = i.id join reports r on r.id = l.report_id
          join captures t on t.sha256 = r.original_sha256 and t.purpose = 'report' where i.case_id = @caseId
        union
        select p.capture_id, null from plans p where p.case_id = @caseId
        union
        select t.id, null from assessments a join captures t on t.sha256 = a.document_sha256 and t.purpose = 'document' where a.case_id = @caseId
        """;

    /// <summary>By item, then by the instant of the capture; what belongs to the whole case comes last.</summary>
    /// <param name="caseId">The id of the case.</param>
    /// <param name="itemNumber">Only what shows this item.</param>
    public Task<IReadOnlyList<EvidenceOfCase>> ListAsync(long caseId, int? itemNumber = null) =>
        database.ReadAsync<IReadOnlyList<EvidenceOfCase>>(async connection => (await connection.QueryAsync<EvidenceOfCase>(
            $"""
            select t.id as capture_id, t.sha256, t.purpose, k.item_number, t.file_name, t.source_url, t.captured_at, t.captured_by, t.method,
              t.added_at, t.added_by, e.size, e.media_type, e.width, e.height
            from ({Captures}) k
            join captures t on t.id = k.capture_id
            join evidence e on e.sha256 = t.sha256
            {(itemNumber is null ? "" : "where k.item_number = @itemNumber")}
            order by k.item_number nulls last, t.captured_at, t.id
            """,
            new { caseId, itemNumber })).AsList());
}
