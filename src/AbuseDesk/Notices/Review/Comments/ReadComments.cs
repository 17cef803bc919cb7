using System.Text;
using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Notices.Changes;

namespace AbuseDesk.Notices.Review.Comments;

/// <summary>The text of one version with the comments of its notice, each where its paragraph stands in it.</summary>
public sealed record CommentedText(IReadOnlyList<TextParagraph> Paragraphs, IReadOnlyList<NoticeComment> Comments)
{
    public int Open => Comments.Count(comment => comment.Open);
}

/// <summary>Reads the comments of a notice, in the order of the text.</summary>
public sealed class ReadComments(DeskDatabase database, IEvidenceStore store)
{
    /// <param name="reference">"N-2021-0036".</param>
    /// <param name="version">The version whose text is looked at; null for the current one.</param>
    /// <exception cref="DeskException">There is no such notice or version.</exception>
    public async Task<CommentedText> RunAsync(string reference, int? version = null)
    {
        var (notice, texts, comments, entries) = await database.SnapshotAsync(async tx =>
        {
            var notice = await NoticeRecords.GetAsync(tx, reference);
            var texts = (await tx.QueryAsync<(int Number, string Sha256)>("select number, text_sha256 from notice_versions where notice_id = @Id", notice))
                .ToDictionary(row => row.Number, row => row.Sha256);
            return (notice, texts, await CommentRecords.OfAsync(tx, notice), (await CommentRecords.EntriesAsync(tx, notice)).ToLookup(entry => entry.CommentId));
        });
        var wanted = version ?? notice.CurrentVersion;
        if (!texts.ContainsKey(wanted))
            throw new DeskException($"{notice.Ref} has no version {wanted}.");
        var paragraphs = new Dictionary<int, IReadOnlyList<TextParagraph>>();
        foreach (var number in comments.Select(comment => comment.NoticeVersion).Append(wanted).Distinct())
            paragraphs[number] = TextParagraphs.Of(Encoding.UTF8.GetString(await store.ReadAsync(texts[number])));
        var placed = comments.Select(comment => Placed(comment, paragraphs[comment.NoticeVersion], paragraphs[wanted], [.. entries[comment.Id]]));
        return new CommentedText(paragraphs[wanted], [.. placed.OrderBy(comment => comment.ParagraphNow ?? int.MaxValue).ThenBy(comment => comment.Number)]);
    }

    private static NoticeComment Placed(CommentRow row, IReadOnlyList<TextParagraph> then, IReadOnlyList<TextParagraph> now, IReadOnlyList<CommentEntry> entries)
    {
        var was = then[row.Paragraph - 1];
        var place = ParagraphPlace.Find(was, then, now);
        return new NoticeComment
        {
            Number = row.Number,
            Open = row.Status == CommentRecords.Open,
            NoticeVersion = row.NoticeVersion,
            Paragraph = row.Paragraph,
            Words = was.Words,
            Unchanged = place?.Sha256 == was.Sha256,
            ParagraphNow = place?.Ordinal,
            Label = place?.Label,
            WordsNow = place is null || place.Sha256 == was.Sha256 ? null : place.Words,
            Entries = entries,
        };
    }
}
