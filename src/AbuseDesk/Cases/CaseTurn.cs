using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>Whose turn a case is, what they have to do, and by when: what the queue shows. Part of the act that changes it.</summary>
public static class CaseTurn
{
    /// <param name="tx">The transaction of the act.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="turn">Whose turn it is now.</param>
    /// <param name="toDo">As the queue says it, without a full stop: "assess the plan".</param>
    public static Task SetAsync(DeskTransaction tx, long caseId, Turn turn, string toDo) => tx.ExecuteAsync(
        "update cases set turn = @turn, to_do = @toDo, version = version + 1 where id = @caseId",
        new { caseId, turn = Words.Of(turn), toDo });

    /// <param name="tx">The transaction of the act.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="nextDueAt">The earliest open deadline of the case; null where there is none.</param>
    public static Task SetNextDueAsync(DeskTransaction tx, long caseId, Instant? nextDueAt) => tx.ExecuteAsync(
        "update cases set next_due_at = @nextDueAt where id = @caseId", new { caseId, nextDueAt });
}
