using AbuseDesk.Cases;
using NodaTime;

namespace AbuseDesk.Reports;

/// <summary>What somebody reports, and what the desk decides on it.</summary>
public sealed record FileReportRequest
{
    /// <summary>A URL, host or IP address, however it is written.</summary>
    public required string Url { get; init; }

    /// <summary>When the content was seen; never in the future.</summary>
    public required Instant SeenAt { get; init; }

    /// <summary>As "7.4", of the terms in force when the content was seen.</summary>
    public required string Clause { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>Account reference; null: whoever held the location when the content was seen.</summary>
    public string? Customer { get; init; }

    public string Excerpt { get; init; } = "";

    /// <summary>One or more; none only with a note that says why, or in an import.</summary>
    public IReadOnlyList<NewScreenshot> Screenshots { get; init; } = [];

    public ReportSource Source { get; init; } = ReportSource.Own;

    public string? ReporterName { get; init; }

    public string? ReporterEmail { get; init; }

    public string? Note { get; init; }

    /// <summary>Title of the case if the filing opens one; null: the heading of the clause.</summary>
    public string? CaseTitle { get; init; }
}

/// <summary>What became of a report.</summary>
public sealed record FiledReport
{
    /// <summary>Null where the very same report was on record already, so that nothing was filed.</summary>
    public required string? ReportRef { get; init; }

    public required string CaseRef { get; init; }

    public required long CaseId { get; init; }

    /// <summary>The number of the item in its case.</summary>
    public required int ItemNumber { get; init; }

    public required long ItemId { get; init; }

    /// <summary>The item was known before.</summary>
    public required bool Joined { get; init; }

    public required bool OpenedCase { get; init; }

    public required bool ReopenedCase { get; init; }

    public required Upheld Violation { get; init; }
}
