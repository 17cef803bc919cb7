using AbuseDesk.Cases;
using AbuseDesk.Terms;

namespace AbuseDesk.Reports;

/// <summary>A report that is ready to be written: customer and clause are known, evidence is in the store.</summary>
internal sealed record Filing
{
    public required Location Location { get; init; }

    public required long CustomerId { get; init; }

    public required Clause Clause { get; init; }

    public required FileReportRequest Request { get; init; }

    public IReadOnlyList<TakenEvidence> Screenshots { get; init; } = [];
}
