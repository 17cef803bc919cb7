using System.Text;
using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Notices.Changes;

namespace AbuseDesk.Notices.Review.Comments;

/// <summary>Opens a thread on one paragraph of the text as it is now. Until it is resolved the notice is neither approved nor sent.</summary>
public sealed class CommentOnParagraph(DeskDatabase database, IEvidenceStore store)
{
    /// <param name="actor">Agent, lead or legal.</param>
    /// <param name="reference">"N-2021-0036".</param>
    /// <param name="paragraph">Its ordinal in the text, from 1 on.</param>
    /// <param name="text">What is to be said of it.</param>
    /// <param name="seen">The version that the actor looked at; null skips the check.</param>
    /// <returns>The number of the comment.</returns>
    /// <exception cref="DeskException">The text has no such paragraph, there is a newer version than seen, or nothing was written.</exception>
    public Task<int> RunAsync(Actor actor, string reference, int paragraph, string? text, int? seen = null)
    {
        actor.Demand("comment on a notice", Role.Agent, Role.Lead, Role.Legal);
        var said = CommentRecords.Text(text);
        return database.WriteAsync(async tx =>
        {
            var notice = await CommentRecords.TakeAsync(tx, reference);
            ReviewActs.ExpectSeen(notice, seen);
            var version = await NoticeRecords.VersionAsync(tx, notice);
            var paragraphs = TextParagraphs.Of(Encoding.UTF8.GetString(await store.ReadAsync(version.TextSha256)));
            var about = paragraphs.ElementAtOrDefault(paragraph - 1)
                ?? throw new DeskException($"{notice.Ref}, version {version.Number}, has the paragraphs 1 to {paragraphs.Count}; “notices comments {notice.Ref} --paragraphs” prints them with their numbers.");
            var comment = await tx.GetAsync<CommentRow>(
                """
                insert into notice_comments (notice_id, number, notice_version, paragraph, words_sha256, status)
                select @Id, coalesce(max(number), 0) + 1, @version, @Ordinal, @Sha256, 'open' from notice_comments where notice_id = @Id
                returning id, number, notice_version, paragraph, words_sha256, status
                """,
                new { notice.Id, version = version.Number, about.Ordinal, about.Sha256 });
            await CommentRecords.WriteAsync(tx, actor, notice, comment, "commented", said);
            return comment.Number;
        });
    }
}
