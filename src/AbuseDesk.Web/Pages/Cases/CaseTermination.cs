using System.Data.Common;
using Dapper;
using NodaTime;

namespace AbuseDesk.Web.Pages.Cases;

/// <summary>The end of the customer's contract, whichever of their cases announced it.</summary>
public sealed record CaseTermination
{
    /// <summary>scheduled, in-effect or called-off.</summary>
    public required string Status { get; init; }

    public required string NoticeRef { get; init; }

    /// <summary>"your time" of the notice; TZDB name.</summary>
    public required string CustomerZone { get; init; }

    public required Instant EffectiveAt { get; init; }

    public required Instant PreserveUntilAt { get; init; }

    public Instant? TookEffectAt { get; init; }

    public Instant? CalledOffAt { get; init; }

    /// <summary>Login.</summary>
    public string? CalledOffBy { get; init; }

    public bool Stands => Status != "called-off";

    /// <summary>The last one of the case's customer; null where there was none.</summary>
    public static Task<CaseTermination?> FindAsync(DbConnection connection, long caseId) => connection.QueryFirstOrDefaultAsync<CaseTermination>(
        """
        select t.status, n.ref as notice_ref, n.customer_zone, t.effective_at, t.preserve_until_at, t.took_effect_at, t.called_off_at, t.called_off_by
        from terminations t join notices n on n.id = t.notice_id join cases k on k.customer_id = t.customer_id
        where k.id = @caseId order by t.id desc limit 1
        """,
        new { caseId });
}
