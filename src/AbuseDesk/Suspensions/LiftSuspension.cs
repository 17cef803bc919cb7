using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Journal;

namespace AbuseDesk.Suspensions;

/// <summary>Lifts a suspension, or calls off one that has not taken effect yet. The hold on the evidence stays until its own end.</summary>
public sealed class LiftSuspension(DeskDatabase database, WithdrawDeadlines deadlines)
{
    /// <param name="actor">Legal or lead.</param>
    /// <param name="suspensionRef">"S-2021-0004".</param>
    /// <param name="reason">Why it ends.</param>
    /// <param name="seen">Where it stood when the actor looked at it; null skips the check.</param>
    /// <exception cref="DeskException">No such suspension, lifted before, it took effect since it was looked at, or no reason.</exception>
    public Task RunAsync(Actor actor, string suspensionRef, string reason, SuspensionStatus? seen = null)
    {
        actor.Demand("lift a suspension", Role.Legal, Role.Lead);
        if (string.IsNullOrWhiteSpace(reason)) throw new DeskException("Give the reason for lifting the suspension; it goes into the journal.");
        var wanted = suspensionRef.Trim().ToUpperInvariant();
        return database.WriteAsync(async tx =>
        {
            var caseId = await tx.FindAsync<long?>("select case_id from suspensions where ref = @wanted", new { wanted })
                ?? throw new DeskException($"There is no suspension “{Shown.Briefly(suspensionRef)}”; its reference looks like S-2021-0004.");
            await CaseHead.TakeAsync(tx, caseId);
            var row = await tx.GetAsync<Row>("select id, case_id, customer_id, notice_id, status from suspensions where ref = @wanted", new { wanted });
            if (row.Status == Words.Of(SuspensionStatus.Lifted)) throw new DeskException($"{wanted} is lifted already.");
            if (seen is { } looked && Words.Of(looked) != row.Status)
                throw new DeskException($"{wanted} took effect since you opened the page; look at it again before you lift it.");
            if (await tx.FindAsync<string>("select n.ref from terminations t join notices n on n.id = t.notice_id where t.customer_id = @CustomerId and t.status = 'in-effect'", row) is { } ended)
                throw new DeskException($"The customer’s contract has ended by {ended}; there is nothing left to lift {wanted} for.");
            await tx.ExecuteAsync(
                "update suspensions set status = 'lifted', lifted_at = @Now, lifted_by = @Login where id = @Id",
                new { tx.Now, actor.Login, row.Id });
            var early = row.Status == Words.Of(SuspensionStatus.Scheduled);
            var chain = await tx.GetAsync<string>("select ref from cases where id = @CaseId", row);
            await JournalWriter.AppendAsync(
                tx, chain, actor, "suspension-lifted",
                $"{(early ? "called off" : "lifted")} suspension {wanted}: {reason.Trim()}", new { suspension = wanted, before = row.Status, reason = reason.Trim() });
            await deadlines.RunAsync(tx, actor, row.CaseId, row.NoticeId, rule: null);
        });
    }

    private sealed record Row
    {
        public required long Id { get; init; }

        public required long CaseId { get; init; }

        public required long CustomerId { get; init; }

        public required long NoticeId { get; init; }

        public required string Status { get; init; }
    }
}
