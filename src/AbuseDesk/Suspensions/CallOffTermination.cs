using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Journal;

namespace AbuseDesk.Suspensions;

/// <summary>
/// Calls off a termination before the contract ends; a contract that has ended does not come back by it. The hold on the evidence stays,
/// and a suspension that stands has its date for the end of the preservation again.
/// </summary>
public sealed class CallOffTermination(DeskDatabase database, WithdrawDeadlines deadlines, StartDeadline start)
{
    /// <param name="actor">Legal or lead.</param>
    /// <param name="noticeRef">"N-2021-0044": the notice that announced it.</param>
    /// <param name="reason">Why; it goes into the journal.</param>
    /// <exception cref="DeskException">The notice scheduled no termination, it was called off before, the contract has ended, or no reason.</exception>
    public Task RunAsync(Actor actor, string noticeRef, string reason)
    {
        actor.Demand("call off a termination", Role.Legal, Role.Lead);
        var why = reason.Trim();
        if (why.Length == 0) throw new DeskException("Give the reason for calling off the termination; it goes into the journal.");
        var wanted = noticeRef.Trim().ToUpperInvariant();
        return database.WriteAsync(async tx =>
        {
            var caseId = await tx.FindAsync<long?>("select t.case_id from terminations t join notices n on n.id = t.notice_id where n.ref = @wanted", new { wanted })
                ?? throw new DeskException($"“{Shown.Briefly(noticeRef)}” is no notice of termination that was sent; its reference looks like N-2021-0044.");
            await CaseHead.TakeAsync(tx, caseId);
            var row = await tx.GetAsync<Row>(
                """
                select t.id, t.case_id, t.customer_id, t.notice_id, t.status, k.ref as case_ref
                from terminations t join notices n on n.id = t.notice_id join cases k on k.id = t.case_id
                where n.ref = @wanted
                """,
                new { wanted });
            if (row.Status != Words.Of(TerminationStatus.Scheduled))
                throw new DeskException(row.Status == Words.Of(TerminationStatus.CalledOff) ? $"The termination by {wanted} is called off already." : $"The contract has ended by {wanted}; a new one is not the desk’s to make.");
            await tx.ExecuteAsync("update terminations set status = 'called-off', called_off_at = @Now, called_off_by = @Login where id = @Id", new { tx.Now, actor.Login, row.Id });
            await JournalWriter.AppendAsync(
                tx, row.CaseRef, actor, "termination-called-off", $"called off the termination by {wanted}: {why}", new { notice = wanted, reason = why });
            await deadlines.RunAsync(tx, actor, row.CaseId, row.NoticeId, rule: null);
            await PreserveAsync(tx, row.CustomerId);
        });
    }

    private async Task PreserveAsync(DeskTransaction tx, long customerId)
    {
        foreach (var suspension in (await tx.QueryAsync<Standing>(
            """
            select s.case_id, s.notice_id, n.ref as notice_ref, s.preserve_until_at, s.effective_zone
            from suspensions s join notices n on n.id = s.notice_id
            where s.customer_id = @customerId and s.status <> 'lifted' order by s.id
            """,
            new { customerId })).ToList())
        {
            await start.RunAsync(tx, new DeadlineStart
            {
                CaseId = suspension.CaseId,
                NoticeId = suspension.NoticeId,
                Rule = DeadlineRules.PreservationEnds,
                Due = PromisedTime.At(suspension.PreserveUntilAt, suspension.EffectiveZone),
                Anchor = $"{suspension.NoticeRef} was sent",
            });
        }
    }

    private sealed record Row
    {
        public required long Id { get; init; }

        public required long CaseId { get; init; }

        public required long CustomerId { get; init; }

        public required long NoticeId { get; init; }

        public required string Status { get; init; }

        public required string CaseRef { get; init; }
    }

    private sealed record Standing
    {
        public required long CaseId { get; init; }

        public required long NoticeId { get; init; }

        public required string NoticeRef { get; init; }

        public required NodaTime.Instant PreserveUntilAt { get; init; }

        public required string EffectiveZone { get; init; }
    }
}
