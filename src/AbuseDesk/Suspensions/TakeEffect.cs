using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Journal;
using Dapper;
using NodaTime;

namespace AbuseDesk.Suspensions;

/// <summary>
/// One sweep over scheduled suspensions: those whose instant has come are in effect from then on. Each is one transaction that
/// claims its own row, so that a repeated sweep, or two at once, put nothing into effect twice.
/// </summary>
public sealed class TakeEffect(DeskDatabase database, MeetDeadlines deadlines, StartByEvent events, EffectMail mail)
{
    /// <param name="at">Suspensions effective up to this instant; null for now.</param>
    /// <param name="cancel">Ends the sweep between two suspensions.</param>
    /// <returns>References of the suspensions that took effect.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(Instant? at = null, CancellationToken cancel = default)
    {
        var until = at ?? database.Now;
        var taken = new List<string>();
        foreach (var (id, caseId) in await DueAsync(until, cancel))
        {
            cancel.ThrowIfCancellationRequested();
            if (await database.WriteAsync(tx => TakeAsync(tx, id, caseId), cancel) is { } suspensionRef) taken.Add(suspensionRef);
        }

        return taken;
    }

    private Task<IReadOnlyList<(long Id, long CaseId)>> DueAsync(Instant until, CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyList<(long, long)>>(async connection => (await connection.QueryAsync<(long, long)>(
            "select id, case_id from suspensions where status = 'scheduled' and effective_at <= @until order by effective_at, id",
            new { until })).AsList(), cancel);

    /// <summary>Null where another sweep has put it into effect, or somebody called it off.</summary>
    private async Task<string?> TakeAsync(DeskTransaction tx, long id, long caseId)
    {
        await CaseHead.TakeAsync(tx, caseId);
        var claimed = await tx.ExecuteAsync(
            "update suspensions set status = 'in-effect', took_effect_at = @Now where id = @id and status = 'scheduled'", new { tx.Now, id });
        if (claimed == 0) return null;
        var due = await tx.GetAsync<DueSuspension>(
            """
            select s.id, s.ref, s.case_id, k.ref as case_ref, k.assignee, s.notice_id, n.ref as notice_ref, c.account, c.name as customer_name,
              s.scope, s.effective_at, s.effective_zone, s.preserve_until_at
            from suspensions s
            join cases k on k.id = s.case_id
            join notices n on n.id = s.notice_id
            join customers c on c.id = s.customer_id
            where s.id = @id
            """,
            new { id });
        await JournalWriter.AppendAsync(
            tx, due.CaseRef, Actor.Worker, "suspension-took-effect",
            $"suspension {due.Ref} took effect; it was due {SaidTime.Of(due.EffectiveAt, Zones.Get(due.EffectiveZone))}",
            new { suspension = due.Ref, notice = due.NoticeRef, effective_at = InstantHandler.Text(due.EffectiveAt) });
        await deadlines.RunAsync(tx, Actor.Worker, due.CaseId, due.NoticeId, DeadlineRules.Effective);
        await events.AttemptAsync(tx, AnchorEvent.SuspensionEffective, (due.CaseId, due.NoticeId, due.EffectiveAt), $"suspension {due.Ref} took effect");
        await mail.QueueAsync(tx, due);
        return due.Ref;
    }
}
