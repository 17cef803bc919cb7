using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Notices.Review;

/// <summary>How many lawyers must approve a notice, by its kind; from templates/policy/review.yml.</summary>
public sealed class ReviewPolicy
{
    private const int Most = 9;

    private readonly Dictionary<NoticeKind, int> approvals;

    private ReviewPolicy(Dictionary<NoticeKind, int> approvals) => this.approvals = approvals;

    /// <exception cref="DeskException">A mistake in the file; the sentence names file, line and key.</exception>
    public static ReviewPolicy Load(string path) => From(PolicyNode.Load(path));

    /// <exception cref="DeskException">A mistake in the text; the sentence names file, line and key.</exception>
    public static ReviewPolicy Read(string yaml, string file) => From(PolicyNode.Read(yaml, file));

    /// <summary>0 for a kind that needs no legal review.</summary>
    public int ApprovalsFor(NoticeKind kind) => NoticeKinds.NeedsReview(kind) ? approvals.GetValueOrDefault(kind, 1) : 0;

    /// <inheritdoc cref="ApprovalsFor(NoticeKind)"/>
    public int ApprovalsFor(NoticeRow notice) => ApprovalsFor(Words.Parse<NoticeKind>(notice.Kind));

    private static ReviewPolicy From(PolicyNode root)
    {
        var node = root.Map("approvals");
        var approvals = new Dictionary<NoticeKind, int>();
        foreach (var key in node.Keys)
        {
            if (!Words.TryParse<NoticeKind>(key, out var kind) || !NoticeKinds.NeedsReview(kind))
                throw node.Wrong(key, "left out, as it is no kind of notice that a lawyer approves");
            approvals[kind] = node.Number(key) is >= 1 and <= Most and var number ? number : throw node.Wrong(key, $"a number of lawyers from 1 to {Most}");
        }

        root.Done();
        return new ReviewPolicy(approvals);
    }
}
