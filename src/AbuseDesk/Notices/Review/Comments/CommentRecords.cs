using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Notices.Review.Comments;

/// <summary>A comment as it stands in its table.</summary>
internal sealed record CommentRow
{
    public required long Id { get; init; }

    public required int Number { get; init; }

    public required int NoticeVersion { get; init; }

    public required int Paragraph { get; init; }

    public required string WordsSha256 { get; init; }

    public required string Status { get; init; }
}

/// <summary>Comments in their tables; every act on one is an entry of its thread, and one of the journal.</summary>
internal static class CommentRecords
{
    public const string Open = "open";
    public const string Resolved = "resolved";

    public static async Task<IReadOnlyList<CommentRow>> OfAsync(DeskTransaction tx, NoticeRow notice) =>
        [.. await tx.QueryAsync<CommentRow>("select id, number, notice_version, paragraph, words_sha256, status from notice_comments where notice_id = @Id order by number", notice)];

    public static async Task<IReadOnlyList<int>> OpenAsync(DeskTransaction tx, NoticeRow notice) =>
        [.. await tx.QueryAsync<int>("select number from notice_comments where notice_id = @Id and status = 'open' order by number", notice)];

    public static async Task<IReadOnlyList<CommentEntry>> EntriesAsync(DeskTransaction tx, NoticeRow notice) =>
    [
        .. await tx.QueryAsync<CommentEntry>(
            """
            select e.comment_id, e.act, e.text, e.acted_at, e.acted_by
            from notice_comment_entries e join notice_comments c on c.id = e.comment_id
            where c.notice_id = @Id
            order by e.id
            """,
            notice),
    ];

    /// <exception cref="DeskException">The notice has no such comment.</exception>
    public static async Task<CommentRow> GetAsync(DeskTransaction tx, NoticeRow notice, int number) =>
        (await OfAsync(tx, notice)).FirstOrDefault(comment => comment.Number == number)
            ?? throw new DeskException($"{notice.Ref} has no comment {number}; notices comments {notice.Ref} lists them.");

    /// <summary>The notice, taken; what was sent or withdrawn is history and is not discussed any more.</summary>
    /// <exception cref="DeskException">There is no such notice, or it has left the review for good.</exception>
    public static async Task<NoticeRow> TakeAsync(DeskTransaction tx, string reference)
    {
        var notice = await TakenNotice.TakeAsync(tx, reference);
        return Words.Parse<NoticeStatus>(notice.Status) is NoticeStatus.Sent or NoticeStatus.Withdrawn
            ? throw new DeskException($"{notice.Ref} was {notice.Status} and stays as it is, comments and all.")
            : notice;
    }

    public static async Task WriteAsync(DeskTransaction tx, Actor actor, NoticeRow notice, CommentRow comment, string act, string? text)
    {
        await tx.ExecuteAsync(
            "insert into notice_comment_entries (comment_id, act, text, acted_at, acted_by) values (@Id, @act, @text, @Now, @Login)",
            new { comment.Id, act, text, tx.Now, actor.Login });
        await JournalWriter.AppendAsync(tx, await NoticeRecords.CaseRefAsync(tx, notice), actor, $"comment-{act}",
            $"{Said(act)} comment {comment.Number} of {notice.Ref}{(text is null ? "" : $": “{Shown.Briefly(text)}”")}",
            new { notice = notice.Ref, version = notice.CurrentVersion, comment = comment.Number, comment.Paragraph, comment.WordsSha256, text });
    }

    /// <exception cref="DeskException">Nothing was written, or more than anybody reads.</exception>
    public static string Text(string? typed) => (typed ?? "").Trim() switch
    {
        "" => throw new DeskException("Write what you have to say about the paragraph."),
        { Length: > 4000 } => throw new DeskException("The comment is longer than 4,000 characters; shorten it."),
        var text => text,
    };

    private static string Said(string act) => act == "commented" ? "wrote" : act;
}
