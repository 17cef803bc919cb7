using AbuseDesk.Database;
using AbuseDesk.Deadlines;

namespace AbuseDesk.Notices.Review;

/// <summary>Ends the reviewer's deadline; then it is the next lawyer's turn, or the desk's again.</summary>
public sealed class ReviewDeadline(MeetDeadlines deadlines, StartDeadline start, WithdrawDeadlines withdraw)
{
    public Task DecidedAsync(DeskTransaction tx, Actor actor, NoticeRow notice, string toDo) =>
        deadlines.RunAsync(tx, actor, notice.CaseId, notice.Id, DeadlineRules.DecideReview, toDo);

    /// <summary>Another lawyer must approve the same bytes: their time to decide starts now.</summary>
    public async Task NextAsync(DeskTransaction tx, Actor actor, NoticeRow notice, string anchor)
    {
        await deadlines.RunAsync(tx, actor, notice.CaseId, notice.Id, DeadlineRules.DecideReview);
        await start.RunAsync(tx, new DeadlineStart { CaseId = notice.CaseId, NoticeId = notice.Id, Rule = DeadlineRules.DecideReview, Anchor = anchor });
    }

    /// <summary>An approved measure must also leave the house well before it takes effect.</summary>
    public async Task ApprovedAsync(DeskTransaction tx, Actor actor, NoticeRow notice)
    {
        if (notice is { EffectiveAt: { } effective, EffectiveZone: { } zone, ContractPath: not null })
        {
            // a return keeps the date to send by; the approval after it counts from the instant as it is now
            await withdraw.RunAsync(tx, actor, notice.CaseId, notice.Id, DeadlineRules.SendNotice);
            await start.RunAsync(tx, new DeadlineStart
            {
                CaseId = notice.CaseId,
                NoticeId = notice.Id,
                Rule = DeadlineRules.SendNotice,
                Before = PromisedTime.At(effective, zone),
                Anchor = $"the measure of {notice.Ref} takes effect",
            });
        }

        await DecidedAsync(tx, actor, notice, "send the notice");
    }
}
