using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Journal;
using Dapper;

namespace AbuseDesk.Deadlines.Changing;

/// <summary>Hands the turn on where a deadline has run out and its rule says to whom. One worker's pass; repeating it does nothing twice.</summary>
public sealed class RunOutDeadlines(DeskDatabase database)
{
    private const int AtOnce = 500;

    /// <returns>References of those that ran out.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancel = default)
    {
        var due = await database.ReadAsync(async connection => (await connection.QueryAsync<string>(
            $"select ref from deadlines where status = 'open' and end_turn is not null and ran_out_at is null and due_at <= @Now order by due_at limit {AtOnce}", new { database.Now })).AsList(), cancel);
        var ranOut = new List<string>();
        foreach (var deadline in due)
        {
            cancel.ThrowIfCancellationRequested();
            if (await database.WriteAsync(tx => HandOnAsync(tx, deadline), cancel)) ranOut.Add(deadline);
        }

        return ranOut;
    }

    private static async Task<bool> HandOnAsync(DeskTransaction tx, string deadlineRef)
    {
        var deadline = await TakenDeadline.TakeAsync(tx, deadlineRef);
        var ends = await tx.QueryAsync<(string Turn, string ToDo)>(
            "update deadlines set ran_out_at = @Now where id = @Id and status = 'open' and ran_out_at is null and due_at <= @Now returning end_turn, end_to_do", new { deadline.Id, tx.Now });
        if (ends.ToList() is not [var now]) return false;
        await DeadlineTurn.RefreshAsync(tx, deadline.CaseId);
        await JournalWriter.AppendAsync(
            tx, deadline.CaseRef, Actor.Worker, "deadline-ran-out", $"{deadline.Ref} ran out: {deadline.ToDo}; it is now {Of(now.Turn)} turn to {now.ToDo}", new { deadline = deadline.Ref, turn = now.Turn });
        return true;
    }

    private static string Of(string turn) => turn switch { "ours" => "the desk's", "legal" => "legal's", _ => "the customer's" };
}
