using AbuseDesk.Cases;
using AbuseDesk.Database;

namespace AbuseDesk.Deadlines;

/// <summary>Withdraws open deadlines, as part of an act after which nobody must do what they ask for.</summary>
public sealed class WithdrawDeadlines(DeadlineRules rules)
{
    /// <param name="tx">The transaction of the act.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="noticeId">Only those of this notice; null for the whole case.</param>
    /// <param name="rule">Only those of this rule; null for every rule but those that outlive what they came with.</param>
    /// <param name="toDo">What the desk must do now; null where the earliest deadline that is left says it.</param>
    /// <returns>How many were open; 0 is no error.</returns>
    /// <exception cref="DeskException">The policy has no such rule.</exception>
    public async Task<int> RunAsync(DeskTransaction tx, Actor actor, long caseId, long? noticeId, string? rule, string? toDo = null)
    {
        var ids = await OpenDeadlines.OfAsync(tx, caseId, noticeId, rule is null ? null : rules.Get(rule).Name);
        var withdrawn = await EndedDeadlines.EndAsync(tx, actor, caseId, ids, "withdrawn");
        await DeadlineTurn.RefreshAsync(tx, caseId, toDo);
        return withdrawn;
    }
}
