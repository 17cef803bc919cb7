using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Journal;
using Dapper;
using NodaTime;

namespace AbuseDesk.Suspensions;

/// <summary>
/// One sweep over scheduled terminations: the contracts whose instant has come are ended from then on. Each is one transaction that
/// claims its own row, so that a repeated sweep, or two at once, end nothing twice.
/// </summary>
public sealed class EndContracts(DeskDatabase database, MeetDeadlines deadlines, EffectMail mail)
{
    /// <param name="at">Contracts that end up to this instant; null for now.</param>
    /// <param name="cancel">Ends the sweep between two contracts.</param>
    /// <returns>References of the notices that ended a contract.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(Instant? at = null, CancellationToken cancel = default)
    {
        var until = at ?? database.Now;
        var due = await database.ReadAsync<IReadOnlyList<(long Id, long CaseId)>>(async connection => (await connection.QueryAsync<(long, long)>(
            "select id, case_id from terminations where status = 'scheduled' and effective_at <= @until order by effective_at, id",
            new { until })).AsList(), cancel);
        var ended = new List<string>();
        foreach (var (id, caseId) in due)
        {
            cancel.ThrowIfCancellationRequested();
            if (await database.WriteAsync(tx => EndAsync(tx, id, caseId), cancel) is { } noticeRef) ended.Add(noticeRef);
        }

        return ended;
    }

    /// <summary>Null where another sweep has ended it, or somebody called it off.</summary>
    private async Task<string?> EndAsync(DeskTransaction tx, long id, long caseId)
    {
        await CaseHead.TakeAsync(tx, caseId);
        var claimed = await tx.ExecuteAsync(
            "update terminations set status = 'in-effect', took_effect_at = @Now where id = @id and status = 'scheduled'", new { tx.Now, id });
        if (claimed == 0) return null;
        var due = await tx.GetAsync<DueTermination>(
            """
            select t.case_id, k.ref as case_ref, k.assignee, t.notice_id, n.ref as notice_ref, c.account, c.name as customer_name,
              t.effective_at, t.effective_zone, t.preserve_until_at
            from terminations t
            join cases k on k.id = t.case_id
            join notices n on n.id = t.notice_id
            join customers c on c.id = t.customer_id
            where t.id = @id
            """,
            new { id });
        await JournalWriter.AppendAsync(
            tx, due.CaseRef, Actor.Worker, "contract-ended",
            $"the contract ended by {due.NoticeRef}; it was due {SaidTime.Of(due.EffectiveAt, Zones.Get(due.EffectiveZone))}",
            new { notice = due.NoticeRef, effective_at = InstantHandler.Text(due.EffectiveAt) });
        await deadlines.RunAsync(tx, Actor.Worker, due.CaseId, due.NoticeId, DeadlineRules.ContractEnds);
        await mail.QueueAsync(tx, due);
        return due.NoticeRef;
    }
}
