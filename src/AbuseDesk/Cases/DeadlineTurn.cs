using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>The queue shows of a case its earliest open deadline: when, whose, and what.</summary>
internal static class DeadlineTurn
{
    private const string NothingOpen = "decide the next step";

    /// <param name="tx">The transaction of the act.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="toDo">What the desk must do now, whatever deadlines are open; null where the earliest of them says it.</param>
    public static async Task RefreshAsync(DeskTransaction tx, long caseId, string? toDo = null)
    {
        if (await tx.FindAsync<string>("select status from cases where id = @caseId", new { caseId }) != Words.Of(CaseStatus.Open)) return;
        var next = await tx.FindAsync<Next>(
            """
            select due_at,
              case when end_turn is not null and ran_out_at is not null then end_turn else whose end as whose,
              case when end_turn is not null and ran_out_at is not null then end_to_do else to_do end as to_do
            from deadlines where case_id = @caseId and status = 'open' order by due_at, id limit 1
            """,
            new { caseId });
        await CaseTurn.SetNextDueAsync(tx, caseId, next?.DueAt);
        var turn = toDo is null && next is not null ? Words.Parse<Turn>(next.Whose) : Turn.Ours;
        await CaseTurn.SetAsync(tx, caseId, turn, toDo ?? next?.ToDo ?? NothingOpen);
    }

    public static Task<string> ChainAsync(DeskTransaction tx, long caseId) =>
        tx.GetAsync<string>("select ref from cases where id = @caseId", new { caseId });

    private sealed record Next
    {
        public required Instant DueAt { get; init; }

        public required string Whose { get; init; }

        public required string ToDo { get; init; }
    }
}
