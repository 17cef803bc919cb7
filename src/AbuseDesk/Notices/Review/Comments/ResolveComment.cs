using AbuseDesk.Database;

namespace AbuseDesk.Notices.Review.Comments;

/// <summary>
/// Settles a thread. Whoever opened it does that, or a lawyer who did not draft the notice: an author cannot wave away what the
/// reviewer has raised.
/// </summary>
public sealed class ResolveComment(DeskDatabase database)
{
    /// <param name="actor">Who opened the thread, or a lawyer who is not the author.</param>
    /// <param name="reference">"N-2021-0036".</param>
    /// <param name="number">Of the comment.</param>
    /// <param name="text">How it was settled; may be empty.</param>
    /// <exception cref="DeskException">There is no such comment, it is resolved already, or it is not the actor's to resolve.</exception>
    public Task RunAsync(Actor actor, string reference, int number, string? text = null)
    {
        actor.Demand("resolve a comment", Role.Agent, Role.Lead, Role.Legal);
        return database.WriteAsync(async tx =>
        {
            var notice = await CommentRecords.TakeAsync(tx, reference);
            var comment = await CommentRecords.GetAsync(tx, notice, number);
            var opened = await tx.GetAsync<string>("select acted_by from notice_comment_entries where comment_id = @Id order by id limit 1", comment);
            if (!May(actor, notice, opened))
                throw new DeskException($"Comment {number} of {notice.Ref} is {opened}’s to resolve, or that of a lawyer who did not draft the notice; answer it.");
            var changed = await tx.ExecuteAsync("update notice_comments set status = 'resolved' where id = @Id and status = 'open'", comment);
            if (changed == 0)
                throw new DeskException($"Comment {number} of {notice.Ref} is resolved already.");
            await CommentRecords.WriteAsync(tx, actor, notice, comment, "resolved", string.IsNullOrWhiteSpace(text) ? null : CommentRecords.Text(text));
        });
    }

    /// <summary>Whether a thread that somebody opened is the actor's to resolve.</summary>
    public static bool May(Actor actor, NoticeRow notice, string openedBy) =>
        actor.Login == openedBy || actor.Is(Role.Legal) && actor.Login != notice.Author;
}
