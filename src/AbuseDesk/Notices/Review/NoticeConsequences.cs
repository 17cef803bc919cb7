using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Suspensions;
using NodaTime;

namespace AbuseDesk.Notices.Review;

/// <summary>What follows from a notice that is sent: the batch is on record, deadlines start, a measure is scheduled.</summary>
public sealed class NoticeConsequences(StartDeadline deadlines, MeetDeadlines met, ScheduleSuspension suspensions, StartByEvent events, ScheduleTermination terminations)
{
    public async Task RunAsync(DeskTransaction tx, Actor actor, NoticeRow notice, NoticeKind kind, string caseRef)
    {
        await FollowAsync(tx, actor, notice, kind, caseRef);
        foreach (var happened in Events(kind))
            await events.RunAsync(tx, happened, (notice.CaseId, notice.Id, null), $"{notice.Ref} was sent");
    }

    // what a reporter is written starts nothing for the customer
    private static IReadOnlyList<AnchorEvent> Events(NoticeKind kind) => kind switch
    {
        NoticeKind.Receipt or NoticeKind.Decision => [],
        NoticeKind.PlanRequest => [AnchorEvent.NoticeSent, AnchorEvent.PlanAskedFor],
        NoticeKind.Suspension or NoticeKind.Termination => [AnchorEvent.NoticeSent, AnchorEvent.PersonInformed],
        _ => [AnchorEvent.NoticeSent],
    };

    private Task FollowAsync(DeskTransaction tx, Actor actor, NoticeRow notice, NoticeKind kind, string caseRef) => kind switch
    {
        NoticeKind.Forwarding => ForwardedAsync(tx, notice),
        NoticeKind.PlanRequest => StartAsync(tx, notice, DeadlineRules.PlanDue, notice.ActByAt, notice.ActByZone, 0),
        NoticeKind.Suspension => SuspendedAsync(tx, actor, notice, caseRef),
        NoticeKind.Termination => TerminatedAsync(tx, actor, notice, caseRef),
        _ => Task.CompletedTask,
    };

    private async Task ForwardedAsync(DeskTransaction tx, NoticeRow notice)
    {
        var forwarding = await tx.GetAsync<long>(
            """
            insert into forwardings (case_id, batch, notice_id, sent_at, act_by_at, act_by_local, act_by_zone)
            select @CaseId, coalesce(max(batch), 0) + 1, @Id, @SentAt, @ActByAt, @ActByLocal, @ActByZone
            from forwardings where case_id = @CaseId
            returning id
            """,
            notice);
        var items = await tx.ExecuteAsync(
            "insert into forwarding_items (forwarding_id, item_id) select @forwarding, item_id from notice_items where notice_id = @Id",
            new { forwarding, notice.Id });
        await StartAsync(tx, notice, DeadlineRules.ActBy, notice.ActByAt, notice.ActByZone, items);
    }

    private async Task SuspendedAsync(DeskTransaction tx, Actor actor, NoticeRow notice, string caseRef)
    {
        await met.RunAsync(tx, actor, notice.CaseId, notice.Id, DeadlineRules.SendNotice);
        await StartAsync(tx, notice, DeadlineRules.Acknowledge, notice.AcknowledgeByAt, notice.EffectiveZone, 0);
        await suspensions.RunAsync(tx, actor, new ScheduledSuspension
        {
            CaseId = notice.CaseId,
            CaseRef = caseRef,
            CustomerId = notice.CustomerId,
            NoticeId = notice.Id,
            NoticeRef = notice.Ref,
            ContractPath = notice.ContractPath!,
            Effective = PromisedTime.At(notice.EffectiveAt!.Value, notice.EffectiveZone!),
            PreserveUntil = PromisedTime.At(notice.PreserveUntilAt!.Value, notice.EffectiveZone!),
        });
    }

    private async Task TerminatedAsync(DeskTransaction tx, Actor actor, NoticeRow notice, string caseRef)
    {
        await met.RunAsync(tx, actor, notice.CaseId, notice.Id, DeadlineRules.SendNotice);
        await StartAsync(tx, notice, DeadlineRules.Acknowledge, notice.AcknowledgeByAt, notice.EffectiveZone, 0);
        await terminations.RunAsync(tx, actor, new ScheduledTermination
        {
            CaseId = notice.CaseId,
            CaseRef = caseRef,
            CustomerId = notice.CustomerId,
            NoticeId = notice.Id,
            NoticeRef = notice.Ref,
            Effective = PromisedTime.At(notice.EffectiveAt!.Value, notice.EffectiveZone!),
            PreserveUntil = PromisedTime.At(notice.PreserveUntilAt!.Value, notice.EffectiveZone!),
        });
    }

    private Task StartAsync(DeskTransaction tx, NoticeRow notice, string rule, Instant? due, string? zone, int items) =>
        due is not { } instant ? Task.CompletedTask : deadlines.RunAsync(tx, new DeadlineStart
        {
            CaseId = notice.CaseId,
            NoticeId = notice.Id,
            Rule = rule,
            Due = PromisedTime.At(instant, zone!),
            Items = items,
            Anchor = $"{notice.Ref} was sent",
        });
}
