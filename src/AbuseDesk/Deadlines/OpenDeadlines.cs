using AbuseDesk.Database;

namespace AbuseDesk.Deadlines;

/// <summary>Deadlines that have not ended: a pause keeps none of them from being met or withdrawn.</summary>
internal static class OpenDeadlines
{
    public static async Task<long[]> OfAsync(DeskTransaction tx, long caseId, long? noticeId, string? rule)
    {
        var notice = noticeId is null ? "" : "and notice_id = @noticeId";
        var named = rule is null ? "and outlives_case = false" : "and rule = @rule";
        var ids = await tx.QueryAsync<long>(
            $"select id from deadlines where case_id = @caseId and status in ('open', 'paused') {notice} {named} order by id {tx.Dialect.ForUpdate}",
            new { caseId, noticeId, rule });
        return [.. ids];
    }
}
