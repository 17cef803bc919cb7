using AbuseDesk.Database;

namespace AbuseDesk.Notices.Review.Comments;

/// <summary>Takes up a thread again that was resolved.</summary>
public sealed class ReopenComment(DeskDatabase database)
{
    /// <param name="actor">Agent, lead or legal.</param>
    /// <param name="reference">"N-2021-0036".</param>
    /// <param name="number">Of the comment.</param>
    /// <param name="text">Why; may be empty.</param>
    /// <exception cref="DeskException">There is no such comment, or it is open.</exception>
    public Task RunAsync(Actor actor, string reference, int number, string? text = null)
    {
        actor.Demand("reopen a comment", Role.Agent, Role.Lead, Role.Legal);
        return database.WriteAsync(async tx =>
        {
            var notice = await CommentRecords.TakeAsync(tx, reference);
            var comment = await CommentRecords.GetAsync(tx, notice, number);
            if (await tx.ExecuteAsync("update notice_comments set status = 'open' where id = @Id and status = 'resolved'", comment) == 0)
                throw new DeskException($"Comment {number} of {notice.Ref} is open; answer it.");
            await CommentRecords.WriteAsync(tx, actor, notice, comment, "reopened", string.IsNullOrWhiteSpace(text) ? null : CommentRecords.Text(text));
        });
    }
}
