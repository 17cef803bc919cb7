using System.Security.Cryptography;
using System.Text;
using AbuseDesk.Database;
using AbuseDesk.Notices.Changes;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review.Comments;

namespace AbuseDesk.Notices.Review;

/// <summary>Writes the acts of a review, each bound to the bytes it was about.</summary>
internal static class ReviewActs
{
    public const string Submitted = "submitted";
    public const string Returned = "returned";
    public const string Approved = "approved";
    public const string Voided = "voided";
    public const string TakenOver = "taken-over";

    /// <summary>One hash for both bodies of the mail.</summary>
    public static string MailSha256(NoticeVersionRow version) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(version.HtmlSha256 + version.TextSha256)));

    public static Task WriteAsync(DeskTransaction tx, Actor actor, NoticeRow notice, NoticeVersionRow version, string act, string? comment, IReadOnlyList<ChangedSentence>? untrue = null) =>
        tx.ExecuteAsync(
            """
            insert into reviews (notice_id, notice_version, act, comment, untrue, acted_at, acted_by, pdf_sha256, mail_sha256)
            values (@NoticeId, @Number, @act, @comment, @untrue, @Now, @Login, @PdfSha256, @mail)
            """,
            new { NoticeId = notice.Id, version.Number, act, comment, untrue = ChangedSentence.Write(untrue ?? []), tx.Now, actor.Login, version.PdfSha256, mail = MailSha256(version) });

    /// <summary>Moves the notice on, if nobody else has moved it since it was read.</summary>
    /// <exception cref="DeskException">It was changed meanwhile.</exception>
    public static async Task MoveAsync(DeskTransaction tx, NoticeRow notice, NoticeStatus status)
    {
        var moved = await tx.ExecuteAsync(
            "update notices set status = @status, version = version + 1 where id = @Id and version = @Version",
            new { status = Words.Of(status), notice.Id, notice.Version });
        if (moved == 0)
            throw ChangedMeanwhile(notice);
    }

    public static DeskException ChangedMeanwhile(NoticeRow notice) =>
        new($"{notice.Ref} was changed by somebody else meanwhile; open it again and look before you act.");

    /// <exception cref="DeskException">Nobody has to approve notices of its kind.</exception>
    public static void RequireReviewed(NoticeRow notice)
    {
        if (!NoticeKinds.NeedsReview(Words.Parse<NoticeKind>(notice.Kind)))
            throw new DeskException($"{notice.Ref} is a {notice.Kind.Replace('-', ' ')}, which needs no legal review; send it.");
    }

    /// <exception cref="DeskException">The notice is not where the act needs it to be.</exception>
    public static void Expect(NoticeRow notice, string act, params NoticeStatus[] statuses)
    {
        if (!statuses.Contains(Words.Parse<NoticeStatus>(notice.Status)))
            throw new DeskException($"{notice.Ref} cannot be {act}: it is {notice.Status.Replace('-', ' ')}, and would have to be {string.Join(" or ", statuses.Select(status => Words.Of(status).Replace('-', ' ')))}.");
    }

    /// <summary>What somebody asked about a paragraph is settled before the notice goes on.</summary>
    /// <exception cref="DeskException">A comment is open.</exception>
    public static async Task RequireNoOpenCommentAsync(DeskTransaction tx, NoticeRow notice, string act)
    {
        if (await CommentRecords.OpenAsync(tx, notice) is { Count: > 0 } open)
            throw new DeskException($"{notice.Ref} cannot be {act}: {(open.Count == 1 ? $"comment {open[0]} is open; resolve it" : $"comments {string.Join(", ", open)} are open; resolve them")}, or return the notice to its author.");
    }

    /// <summary>Nobody decides on a version that they have not looked at.</summary>
    /// <exception cref="DeskException">There is a newer version than the one seen.</exception>
    public static void ExpectSeen(NoticeRow notice, int? seen)
    {
        if (seen is { } version && version != notice.CurrentVersion)
            throw new DeskException($"{notice.Ref} is at version {notice.CurrentVersion} by now, and you looked at version {version}; look at the new one before you decide.");
    }
}
