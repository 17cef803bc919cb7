using AbuseDesk.Cases;
using AbuseDesk.Database;

namespace AbuseDesk.Deadlines;

/// <summary>Ends deadlines that passed without what they ask for: the record has the miss, and nobody is reminded of it any more.</summary>
public sealed class MissDeadlines(DeadlineRules rules)
{
    /// <param name="tx">The transaction of the act.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="noticeId">Only those of this notice; null for the whole case.</param>
    /// <param name="rule">One of the constants of <see cref="DeadlineRules"/>.</param>
    /// <param name="why">What was missing, for the journal.</param>
    /// <returns>How many were open; 0 is no error.</returns>
    public async Task<int> RunAsync(DeskTransaction tx, Actor actor, long caseId, long? noticeId, string rule, string why)
    {
        var ids = await OpenDeadlines.OfAsync(tx, caseId, noticeId, rules.Get(rule).Name);
        var missed = await EndedDeadlines.EndAsync(tx, actor, caseId, ids, "missed", why);
        await DeadlineTurn.RefreshAsync(tx, caseId);
        return missed;
    }
}
