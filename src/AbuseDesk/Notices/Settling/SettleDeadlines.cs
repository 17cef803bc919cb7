using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Deadlines;

namespace AbuseDesk.Notices.Settling;

/// <summary>
/// Ends the deadlines that the record has answered: items that are all removed, or were looked at once their date to act by
/// had passed; a plan that came; a plan that was assessed. One worker's pass; running it twice ends nothing twice.
/// </summary>
public sealed class SettleDeadlines(DeskDatabase database, MeetDeadlines meet, MissDeadlines miss, StartDeadline start, StartByEvent events)
{
    private const string LatestUnassessed =
        """
        not exists (select 1 from assessments a where a.plan_id = p.id)
          and not exists (select 1 from plans later where later.case_id = p.case_id
            and (later.received_at > p.received_at or (later.received_at = p.received_at and later.id > p.id)))
        """;

    // a deadline that somebody ended by hand is not started again for the same plan
    private const string PlanToStart =
        $"""
        select p.case_id from plans p
        join cases k on k.id = p.case_id and k.status = 'open'
        join captures t on t.id = p.capture_id
        where {LatestUnassessed}
          and not exists (select 1 from deadlines d where d.case_id = p.case_id and d.rule = 'assess_plan' and (d.status in ('open', 'paused') or d.started_at >= t.added_at))
        """;

    // checks are seen once each; a pass over what is due catches what another node's transaction committed late
    private long lastCheck;

    /// <returns>How many deadlines ended.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var (cases, seen) = await CasesAsync(cancel);
        var (ended, failures) = (0, new PassFailures());
        foreach (var (caseId, caseRef) in cases)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                ended += await database.WriteAsync(tx => SettleAsync(tx, caseId), cancel);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                failures.Add(caseRef, failure);
            }
        }

        // a pass that failed for a case looks at the same checks again
        if (!failures.Any)
            lastCheck = seen;
        failures.Throw("Settling the deadlines");
        return ended;
    }

    /// <summary>Cases of which a deadline may end now; one that still waits for a look costs no transaction.</summary>
    private Task<(IReadOnlyList<(long Id, string Ref)> Cases, long LastCheck)> CasesAsync(CancellationToken cancel) => database.SnapshotAsync(async tx =>
    {
        var seen = await tx.GetAsync<long>("select coalesce(max(id), 0) from checks");
        var rows = await tx.QueryAsync<(long, string)>(
            $"""
            select k.id, k.ref from cases k where k.id in (
            select c.case_id from checks c join deadlines d on d.case_id = c.case_id and d.status in ('open', 'paused') and d.rule = 'act_by'
            where c.id > @lastCheck
            union
            select d.case_id from deadlines d where d.status = 'open' and d.rule = 'act_by' and d.due_at <= @Now
              and not exists (
                select 1 from forwardings f
                join forwarding_items fi on fi.forwarding_id = f.id
                join items i on i.id = fi.item_id
                where f.notice_id = d.notice_id and i.state <> 'removed' and (i.state_at is null or i.state_at < d.due_at))
            union
            select d.case_id from deadlines d where d.status in ('open', 'paused') and d.rule = 'plan_due'
              and exists (select 1 from plans p where p.case_id = d.case_id and p.received_at >= d.started_at)
            union
            {PlanToStart}
            union
            select d.case_id from deadlines d where d.status in ('open', 'paused') and d.rule = 'assess_plan'
              and exists (select 1 from assessments a where a.plan_id = (
                select p.id from plans p where p.case_id = d.case_id order by p.received_at desc, p.id desc limit 1)))
            order by k.id
            """,
            new { lastCheck, tx.Now });
        return ((IReadOnlyList<(long, string)>)[.. rows], seen);
    }, cancel);

    private async Task<int> SettleAsync(DeskTransaction tx, long caseId)
    {
        await CaseHead.TakeAsync(tx, caseId);
        var ended = 0;
        foreach (var batch in await BatchesAsync(tx, caseId))
        {
            if (batch.Removed == batch.Items)
                ended += await meet.RunAsync(tx, Actor.Worker, caseId, batch.NoticeId, DeadlineRules.ActBy);
            else if (!batch.Paused && batch.DueAt <= tx.Now && batch.SeenSince == batch.Items)
                ended += await miss.RunAsync(tx, Actor.Worker, caseId, batch.NoticeId, DeadlineRules.ActBy, $"{batch.Items - batch.Removed} of {batch.Items} items were not removed");
        }

        return ended + await PlanAsync(tx, caseId);
    }

    /// <summary>A plan that came, asked for or not, starts the desk's own deadline to assess it; an assessment meets that. The latest plan counts.</summary>
    private async Task<int> PlanAsync(DeskTransaction tx, long caseId)
    {
        var came = await tx.GetAsync<long>(
            "select count(*) from deadlines d join plans p on p.case_id = d.case_id and p.received_at >= d.started_at where d.case_id = @caseId and d.status in ('open', 'paused') and d.rule = 'plan_due'",
            new { caseId }) > 0;
        var ended = came ? await meet.RunAsync(tx, Actor.Worker, caseId, null, DeadlineRules.PlanDue) : 0;
        if (await tx.FindAsync<long?>($"{PlanToStart} and p.case_id = @caseId", new { caseId }) is not null)
        {
            await start.RunAsync(tx, new DeadlineStart { CaseId = caseId, Rule = DeadlineRules.AssessPlan, Anchor = "the plan was received" });
            // the rules of the policy count from the plan itself, not from when a worker saw it
            var received = await tx.GetAsync<NodaTime.Instant>("select received_at from plans where case_id = @caseId order by received_at desc, id desc limit 1", new { caseId });
            await events.AttemptAsync(tx, AnchorEvent.PlanReceived, (caseId, null, received));
        }

        var waits = await tx.GetAsync<long>($"select count(*) from plans p where p.case_id = @caseId and {LatestUnassessed}", new { caseId }) > 0;
        return waits ? ended : ended + await meet.RunAsync(tx, Actor.Worker, caseId, null, DeadlineRules.AssessPlan);
    }

    private static async Task<IReadOnlyList<Batch>> BatchesAsync(DeskTransaction tx, long caseId) =>
    [
        .. await tx.QueryAsync<Batch>(
            """
            select d.notice_id, d.due_at, (d.status = 'paused') as paused, count(*) as items,
              count(*) filter (where i.state = 'removed') as removed,
              count(*) filter (where i.state = 'removed' or i.state_at >= d.due_at) as seen_since
            from deadlines d
            join forwardings f on f.notice_id = d.notice_id
            join forwarding_items fi on fi.forwarding_id = f.id
            join items i on i.id = fi.item_id
            where d.case_id = @caseId and d.status in ('open', 'paused') and d.rule = 'act_by'
            group by d.notice_id, d.due_at, d.status
            """,
            new { caseId }),
    ];

    private sealed record Batch
    {
        public required long NoticeId { get; init; }

        public required NodaTime.Instant DueAt { get; init; }

        public required bool Paused { get; init; }

        public required int Items { get; init; }

        public required int Removed { get; init; }

        public required int SeenSince { get; init; }
    }
}
