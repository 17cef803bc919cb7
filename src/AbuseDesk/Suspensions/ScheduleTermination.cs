using System.Globalization;
using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Journal;

namespace AbuseDesk.Suspensions;

/// <summary>
/// Schedules the end of a contract, as part of the act that sends its notice: a hold keeps the evidence while the customer's data are
/// preserved, and deadlines run to the end of the contract and to that of the preservation, which takes the place of the suspension's.
/// </summary>
public sealed class ScheduleTermination(StartDeadline deadlines, WithdrawDeadlines withdraw)
{
    /// <exception cref="DeskException">It would end in the past, end its preservation before, or another termination of the customer stands.</exception>
    public async Task RunAsync(DeskTransaction tx, Actor actor, ScheduledTermination termination)
    {
        await CheckAsync(tx, termination);
        await InsertAsync(tx, termination);
        await tx.ExecuteAsync(
            """
            insert into holds (customer_id, case_id, reason, until_at, placed_at, placed_by)
            values (@CustomerId, @CaseId, @reason, @Instant, @Now, @Login)
            """,
            new
            {
                termination.CustomerId,
                termination.CaseId,
                reason = $"termination by {termination.NoticeRef}: data preserved for migration",
                termination.PreserveUntil.Instant,
                tx.Now,
                actor.Login,
            });
        await JournalWriter.AppendAsync(
            tx, termination.CaseRef, actor, "termination-scheduled",
            $"scheduled the end of the contract for {SaidTime.Of(termination.Effective.Instant, Zones.Get(termination.Effective.Zone))}, as announced in {termination.NoticeRef}",
            new
            {
                notice = termination.NoticeRef,
                effective_at = InstantHandler.Text(termination.Effective.Instant),
                preserve_until = InstantHandler.Text(termination.PreserveUntil.Instant),
            });
        await ReplaceAsync(tx, actor, termination);
        await StartAsync(tx, termination, DeadlineRules.ContractEnds, termination.Effective);
        await StartAsync(tx, termination, DeadlineRules.PreservationEnds, termination.PreserveUntil);
    }

    private static async Task CheckAsync(DeskTransaction tx, ScheduledTermination termination)
    {
        if (termination.Effective.Instant <= tx.Now)
            throw new DeskException("The contract would end in the past; choose a later instant and have the notice approved again.");
        if (termination.PreserveUntil.Instant <= termination.Effective.Instant)
            throw new DeskException("The data must be preserved beyond the instant at which the contract ends.");
        // two cases of one customer may send at once: the second waits here and then finds the first
        await tx.GetAsync<long>($"select id from customers where id = @CustomerId {tx.Dialect.ForUpdate}", termination);
        await StandingTermination.RefuseAsync(tx, termination.CustomerId);
    }

    // one date until which the data are kept: the later notice names it
    private async Task ReplaceAsync(DeskTransaction tx, Actor actor, ScheduledTermination termination)
    {
        foreach (var (caseId, noticeId) in (await tx.QueryAsync<(long, long)>(
            "select case_id, notice_id from suspensions where customer_id = @CustomerId and status <> 'lifted' order by id", termination)).ToList())
            await withdraw.RunAsync(tx, actor, caseId, noticeId, DeadlineRules.PreservationEnds);
    }

    private static Task<int> InsertAsync(DeskTransaction tx, ScheduledTermination termination) => tx.ExecuteAsync(
        """
        insert into terminations (case_id, customer_id, notice_id, status, effective_at, effective_local, effective_zone, preserve_until_at)
        values (@CaseId, @CustomerId, @NoticeId, 'scheduled', @effectiveAt, @local, @Zone, @until)
        """,
        new
        {
            termination.CaseId,
            termination.CustomerId,
            termination.NoticeId,
            effectiveAt = termination.Effective.Instant,
            local = termination.Effective.Local.ToString("uuuu-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
            termination.Effective.Zone,
            until = termination.PreserveUntil.Instant,
        });

    private Task<string> StartAsync(DeskTransaction tx, ScheduledTermination termination, string rule, PromisedTime due) => deadlines.RunAsync(tx, new DeadlineStart
    {
        CaseId = termination.CaseId,
        NoticeId = termination.NoticeId,
        Rule = rule,
        Due = due,
        Anchor = $"{termination.NoticeRef} was sent",
    });
}
