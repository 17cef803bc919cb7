using AbuseDesk.Cases;
using AbuseDesk.Database;

namespace AbuseDesk.Deadlines;

/// <summary>A person says that what a deadline asks for is done.</summary>
public sealed class MeetDeadline(DeskDatabase database)
{
    /// <param name="actor">Agent, lead or legal.</param>
    /// <param name="deadlineRef">"D-2021-00012".</param>
    /// <param name="note">How it was met, for the journal; may be empty.</param>
    /// <exception cref="DeskException">There is no such deadline, or it is no longer open.</exception>
    public Task RunAsync(Actor actor, string deadlineRef, string? note = null)
    {
        actor.Demand("mark a deadline as met", Role.Agent, Role.Lead, Role.Legal);
        var wanted = deadlineRef.Trim().ToUpperInvariant();
        return database.WriteAsync(async tx =>
        {
            var row = await tx.FindAsync<Row>("select id, case_id from deadlines where ref = @wanted", new { wanted })
                ?? throw new DeskException($"There is no deadline “{Shown.Briefly(deadlineRef)}”; a deadline's reference looks like D-2021-00012.");
            await CaseHead.TakeAsync(tx, row.CaseId);
            if (await EndedDeadlines.EndAsync(tx, actor, row.CaseId, [row.Id], "met", note?.Trim() ?? "") == 0)
                throw new DeskException($"{wanted} is no longer open; it was met or withdrawn before.");
            await DeadlineTurn.RefreshAsync(tx, row.CaseId);
        });
    }

    private sealed record Row
    {
        public required long Id { get; init; }

        public required long CaseId { get; init; }
    }
}
