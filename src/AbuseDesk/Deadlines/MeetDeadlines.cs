using AbuseDesk.Cases;
using AbuseDesk.Database;

namespace AbuseDesk.Deadlines;

/// <summary>Meets the open deadlines of a rule, as part of the act that does what they ask for.</summary>
public sealed class MeetDeadlines(DeadlineRules rules)
{
    /// <param name="tx">The transaction of the act.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="noticeId">Only those of this notice; null for the whole case.</param>
    /// <param name="rule">One of the constants of <see cref="DeadlineRules"/>.</param>
    /// <param name="toDo">What the desk must do now; null where the earliest deadline that is left says it.</param>
    /// <returns>How many were open; 0 is no error.</returns>
    /// <exception cref="DeskException">The policy has no such rule.</exception>
    public async Task<int> RunAsync(DeskTransaction tx, Actor actor, long caseId, long? noticeId, string rule, string? toDo = null)
    {
        var ids = await OpenDeadlines.OfAsync(tx, caseId, noticeId, rules.Get(rule).Name);
        var met = await EndedDeadlines.EndAsync(tx, actor, caseId, ids, "met");
        await DeadlineTurn.RefreshAsync(tx, caseId, toDo);
        return met;
    }
}
