using AbuseDesk.Database;

namespace AbuseDesk.Notices.Review;

/// <summary>The approvals that stand: of exactly these bytes, each by another lawyer, and with nothing after them that ended them.</summary>
/// <param name="Given">The first one first.</param>
/// <param name="Needed">How many the kind of the notice needs before it may be sent.</param>
public sealed record Approvals(IReadOnlyList<ReviewRow> Given, int Needed)
{
    public int Left => Math.Max(0, Needed - Given.Count);

    /// <summary>"1 of 2 approvals".</summary>
    public string Sentence => $"{Given.Count} of {Counted.Of(Needed, "approval")}";

    public bool By(string? login) => Given.Any(review => review.ActedBy == login);

    /// <param name="reviews">All of the notice, the oldest first.</param>
    /// <param name="version">The version whose bytes were to be approved.</param>
    /// <param name="needed">By the policy.</param>
    public static Approvals Of(IReadOnlyList<ReviewRow> reviews, NoticeVersionRow version, int needed)
    {
        var mail = ReviewActs.MailSha256(version);
        var standing = reviews.Reverse().TakeWhile(review => review.Act == ReviewActs.Approved)
            .Where(review => review.PdfSha256 == version.PdfSha256 && review.MailSha256 == mail);
        return new Approvals([.. standing.Reverse().DistinctBy(review => review.ActedBy)], needed);
    }

    internal static async Task<Approvals> ReadAsync(DeskTransaction tx, NoticeRow notice, NoticeVersionRow version, int needed) =>
        Of([.. await tx.QueryAsync<ReviewRow>("select * from reviews where notice_id = @Id order by id", notice)], version, needed);
}
