using AbuseDesk.Database;

namespace AbuseDesk.Notices.Review.Comments;

/// <summary>Adds an answer to a thread. It resolves nothing.</summary>
public sealed class AnswerComment(DeskDatabase database)
{
    /// <exception cref="DeskException">There is no such comment, it is resolved, or nothing was written.</exception>
    public Task RunAsync(Actor actor, string reference, int number, string? text)
    {
        actor.Demand("answer a comment", Role.Agent, Role.Lead, Role.Legal);
        var said = CommentRecords.Text(text);
        return database.WriteAsync(async tx =>
        {
            var notice = await CommentRecords.TakeAsync(tx, reference);
            var comment = await CommentRecords.GetAsync(tx, notice, number);
            if (comment.Status != CommentRecords.Open)
                throw new DeskException($"Comment {number} of {notice.Ref} is resolved; reopen it to go on about it.");
            await CommentRecords.WriteAsync(tx, actor, notice, comment, "answered", said);
        });
    }
}
