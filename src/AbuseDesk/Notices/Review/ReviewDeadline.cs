using AbuseDesk.Database;
using AbuseDesk.Deadlines;

namespace AbuseDesk.Notices.Review;

/// <summary>Ends the reviewer's deadline; then it is the desk's turn again.</summary>
public sealed class ReviewDeadline(MeetDeadlines deadlines)
{
    public Task DecidedAsync(DeskTransaction tx, Actor actor, NoticeRow notice, string toDo) =>
        deadlines.RunAsync(tx, actor, notice.CaseId, notice.Id, DeadlineRules.DecideReview, toDo);
}
