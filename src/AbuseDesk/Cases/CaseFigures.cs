using AbuseDesk.Database;

namespace AbuseDesk.Cases;

/// <summary>The figures that a case row carries for the queue, counted anew from the items and violations of the case.</summary>
public static class CaseFigures
{
    /// <summary>The rank of a severity in SQL: 0 low to 3 critical, as the enum counts.</summary>
    internal const string RankOfSeverity =
        "case severity when 'critical' then 3 when 'high' then 2 when 'medium' then 1 else 0 end";

    /// <summary>To be called by every act that changed items or violations; it raises the version too.</summary>
    public static Task RefreshAsync(DeskTransaction tx, long caseId) => tx.ExecuteAsync(
        $"""
        with figures as (
          select count(*) as items,
                 count(*) filter (where state = 'still-up') as still_up,
                 count(*) filter (where state = 'removed') as removed
          from items where case_id = @caseId),
        gravest as (
          select coalesce(max({RankOfSeverity}), 0) as severity_rank
          from violations where case_id = @caseId and reversed_at is null)
        update cases set
          items_count = (select items from figures),
          still_up_count = (select still_up from figures),
          removed_count = (select removed from figures),
          severity_rank = (select severity_rank from gravest),
          severity = (select case severity_rank when 3 then 'critical' when 2 then 'high' when 1 then 'medium' else 'low' end from gravest),
          version = version + 1
        where id = @caseId
        """,
        new { caseId });
}
