using System.Globalization;
using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Journal;

namespace AbuseDesk.Suspensions;

/// <summary>
/// Schedules the measure that a notice announces, as part of the act that sends it: a hold keeps the evidence while the customer's
/// data are preserved, and deadlines run to the effective instant and to the end of the preservation.
/// </summary>
public sealed class ScheduleSuspension(References references, StartDeadline deadlines)
{
    /// <param name="tx">The transaction of the act.</param>
    /// <param name="actor">Who sends the notice.</param>
    /// <param name="suspension">The measure.</param>
    /// <returns>Its reference: "S-2021-0004".</returns>
    /// <exception cref="DeskException">It would take effect in the past, end its preservation before, was scheduled already, or another suspension of the customer stands.</exception>
    public async Task<string> RunAsync(DeskTransaction tx, Actor actor, ScheduledSuspension suspension)
    {
        await CheckAsync(tx, suspension);
        var suspensionRef = await references.NextSuspensionAsync(tx);
        var effective = SaidTime.Of(suspension.Effective.Instant, Zones.Get(suspension.Effective.Zone));
        await InsertAsync(tx, suspensionRef, suspension);
        await tx.ExecuteAsync(
            """
            insert into holds (customer_id, case_id, reason, until_at, placed_at, placed_by)
            values (@CustomerId, @CaseId, @reason, @Instant, @Now, @Login)
            """,
            new
            {
                suspension.CustomerId,
                suspension.CaseId,
                reason = $"suspension {suspensionRef}: data preserved for migration",
                suspension.PreserveUntil.Instant,
                tx.Now,
                actor.Login,
            });
        await JournalWriter.AppendAsync(
            tx, suspension.CaseRef, actor, "suspension-scheduled",
            $"scheduled suspension {suspensionRef} for {effective}, as announced in {suspension.NoticeRef}",
            new
            {
                suspension = suspensionRef,
                notice = suspension.NoticeRef,
                path = suspension.ContractPath,
                effective_at = InstantHandler.Text(suspension.Effective.Instant),
                preserve_until = InstantHandler.Text(suspension.PreserveUntil.Instant),
            });
        await StartAsync(tx, suspension, DeadlineRules.Effective, suspension.Effective);
        await StartAsync(tx, suspension, DeadlineRules.PreservationEnds, suspension.PreserveUntil);
        return suspensionRef;
    }

    private static async Task CheckAsync(DeskTransaction tx, ScheduledSuspension suspension)
    {
        if (suspension.Effective.Instant <= tx.Now)
            throw new DeskException("The suspension would take effect in the past; choose a later instant and have the notice approved again.");
        if (suspension.PreserveUntil.Instant <= suspension.Effective.Instant)
            throw new DeskException("The data must be preserved beyond the instant at which the suspension takes effect.");
        // two cases of one customer may send at once: the second waits here and then finds the first
        await tx.GetAsync<long>($"select id from customers where id = @CustomerId {tx.Dialect.ForUpdate}", suspension);
        var other = await tx.FindAsync<string>("select ref from suspensions where notice_id = @NoticeId", suspension);
        if (other is not null)
            throw new DeskException($"{suspension.NoticeRef} has already led to the suspension {other}.");
        await StandingSuspension.RefuseAsync(tx, suspension.CustomerId);
    }

    private static Task<int> InsertAsync(DeskTransaction tx, string suspensionRef, ScheduledSuspension suspension) => tx.ExecuteAsync(
        """
        insert into suspensions (ref, case_id, customer_id, notice_id, contract_path, scope, status, effective_at, effective_local, effective_zone, preserve_until_at)
        values (@suspensionRef, @CaseId, @CustomerId, @NoticeId, @ContractPath, @Scope, 'scheduled', @effectiveAt, @local, @Zone, @until)
        """,
        new
        {
            suspensionRef,
            suspension.CaseId,
            suspension.CustomerId,
            suspension.NoticeId,
            suspension.ContractPath,
            suspension.Scope,
            effectiveAt = suspension.Effective.Instant,
            local = suspension.Effective.Local.ToString("uuuu-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
            suspension.Effective.Zone,
            until = suspension.PreserveUntil.Instant,
        });

    private Task<string> StartAsync(DeskTransaction tx, ScheduledSuspension suspension, string rule, PromisedTime due) => deadlines.RunAsync(tx, new DeadlineStart
    {
        CaseId = suspension.CaseId,
        NoticeId = suspension.NoticeId,
        Rule = rule,
        Due = due,
        Anchor = $"{suspension.NoticeRef} was sent",
    });
}
