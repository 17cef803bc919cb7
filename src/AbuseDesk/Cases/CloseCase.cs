using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Cases;

/// <summary>What closing a case did to its deadlines.</summary>
/// <param name="Withdrawn">How many ended with it.</param>
/// <param name="GoingOn">What binds the desk all the same, in words: "D-2021-00012: the suspension takes effect".</param>
public sealed record ClosedCase(int Withdrawn, IReadOnlyList<string> GoingOn);

/// <summary>
/// Ends the work on a case, and the deadlines of it. While items are up or unchecked a reason must say why it may end nevertheless.
/// </summary>
public sealed class CloseCase(DeskDatabase database, DeskZone zone)
{
    /// <param name="actor">Agent or lead.</param>
    /// <param name="caseRef">Its reference.</param>
    /// <param name="reason">Why it ends; may be empty only if every item is removed.</param>
    /// <param name="seenVersion">The version that the actor looked at; null skips the check.</param>
    /// <exception cref="DeskException">No such open case, items that are not removed and no reason, a deadline that keeps it open, or changed meanwhile.</exception>
    public Task<ClosedCase> RunAsync(Actor actor, string caseRef, string? reason, long? seenVersion = null)
    {
        actor.Demand("close a case", Role.Agent, Role.Lead);
        return database.WriteAsync(async tx =>
        {
            var head = await CaseHead.TakeOpenAsync(tx, caseRef);
            await head.DemandVersionAsync(tx, seenVersion, zone);
            var left = await tx.GetAsync<int>("select count(*) from items where case_id = @Id and state <> 'removed'", head);
            var why = reason?.Trim() ?? "";
            if (left > 0 && why.Length == 0)
                throw new DeskException($"{head.Ref} has {Counted.Of(left, "item")} not found removed; check them, or give a reason for closing it now.");
            await DemandNothingBlocksAsync(tx, head);
            await tx.ExecuteAsync(
                """
                update cases set status = 'closed', turn = 'ours', to_do = '', next_due_at = null,
                  closed_at = @Now, close_reason = @why, version = version + 1
                where id = @Id
                """,
                new { head.Id, tx.Now, why });
            var deadlines = await EndDeadlinesAsync(tx, actor, head);
            var summary = why.Length == 0 ? "closed the case: every item is removed" : $"closed the case: {why}";
            await JournalWriter.AppendAsync(tx, head.Ref, actor, "case-closed",
                deadlines.GoingOn.Count == 0 ? summary : $"{summary}; these deadlines go on: {string.Join(", ", deadlines.GoingOn)}",
                new { reason = why, items_not_removed = left, deadlines_withdrawn = deadlines.Withdrawn, deadlines_going_on = deadlines.GoingOn });
            return deadlines;
        });
    }

    private static async Task DemandNothingBlocksAsync(DeskTransaction tx, CaseHead head)
    {
        var blocking = (await tx.QueryAsync<(string Ref, string ToDo)>(
            "select ref, to_do from deadlines where case_id = @Id and status in ('open', 'paused') and blocks_closing = true order by due_at, id", head)).ToList();
        if (blocking.Count > 0)
            throw new DeskException(
                $"{head.Ref} cannot be closed while {string.Join(" and ", blocking.Select(one => $"{one.Ref} ({one.ToDo})"))} {(blocking.Count == 1 ? "is" : "are")} open; "
                + $"do what {(blocking.Count == 1 ? "it asks" : "they ask")} for, or have {(blocking.Count == 1 ? "it" : "them")} waived.");
    }

    // a measure that was announced, the promise to keep the data, and what law sets bind the desk whether or not the case is open
    private static async Task<ClosedCase> EndDeadlinesAsync(DeskTransaction tx, Actor actor, CaseHead head)
    {
        var open = (await tx.QueryAsync<(long Id, string Ref, bool GoesOn, string ToDo)>(
            "select id, ref, (outlives_case = true or rule in ('effective', 'contract_ends', 'preservation_ends')) as goes_on, to_do from deadlines where case_id = @Id and status in ('open', 'paused') order by due_at, id", head)).ToLookup(row => row.GoesOn);
        var withdrawn = await EndedDeadlines.EndAsync(tx, actor, head.Id, [.. open[false].Select(row => row.Id)], "withdrawn", "the case was closed");
        return new ClosedCase(withdrawn, [.. open[true].Select(row => $"{row.Ref}: {row.ToDo}")]);
    }
}
