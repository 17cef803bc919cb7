using AbuseDesk.Notices;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Staff.Absences;

namespace AbuseDesk.Web.Notices;

/// <summary>One act that the page of a notice offers.</summary>
/// <param name="Handler">Of the page: "Approve".</param>
/// <param name="Label">On the button.</param>
/// <param name="WhyNot">Why this person cannot do it now; null where they can.</param>
/// <param name="Primary">The one main act.</param>
/// <param name="Key">Null for none.</param>
public sealed record NoticeOffer(string Handler, string Label, string? WhyNot, bool Primary = false, string? Key = null);

/// <summary>How far the review has come: what still blocks it, and who has approved.</summary>
public sealed record ReviewStanding(int FailedChecks, int OpenComments, Approvals Approvals, Absence? Away = null);

/// <summary>What one person can do with a notice as it stands. The use cases decide; this only says it beforehand.</summary>
public sealed record NoticeOffers(Actor Actor, NoticeRow Notice, ReviewStanding Standing, string AuthorName, string? ReviewerName)
{
    public bool NeedsReview => NoticeKinds.NeedsReview(Words.Parse<NoticeKind>(Notice.Kind));

    private int Readers => Notice.Recipients.Split(", ").Length + Notice.Copies.Split(", ", StringSplitOptions.RemoveEmptyEntries).Length;

    private bool Works => Actor.Is(Role.Agent) || Actor.Is(Role.Lead) || Actor.Is(Role.Legal);

    private string? NotWorking => Works ? null : $"You have the role {string.Join(", ", Actor.Roles.Select(Words.Of))}, which looks and changes nothing here.";

    /// <summary>Whether a further version can be compiled, by this person.</summary>
    public bool MayRedraft => Works && Notice.Status is "draft" or "returned" or "approved";

    /// <summary>Whether this person takes part in the discussion of its paragraphs.</summary>
    public bool MayComment => Works && Notice.Status is not ("sent" or "withdrawn");

    public IReadOnlyList<NoticeOffer> List() => Notice.Status switch
    {
        "draft" when NeedsReview => [new("Submit", $"Submit version {Notice.CurrentVersion} to {First(ReviewerName)}", NotWorking, Primary: true)],
        "draft" => [Send()],
        "in-review" => [.. TakeOver(), Approve(), new("Return", $"Return to {First(AuthorName)}", NotLegal, Key: "r")],
        "approved" => [Send(), .. Actor.Is(Role.Legal) ? [new NoticeOffer("Return", $"Return to {First(AuthorName)}", null, Key: "r")] : Array.Empty<NoticeOffer>()],
        _ => [],
    };

    private string? NotLegal => Actor.Is(Role.Legal) ? null : "Returning it is a lawyer’s act.";

    private NoticeOffer Send() => new(
        "Send", Readers == 1 ? "Send to 1 address" : $"Send to {Readers} addresses",
        NotWorking ?? Blocked("Sending"), Primary: true);

    // the notice prints the name of who is away: who stands in has their own printed first
    private IEnumerable<NoticeOffer> TakeOver() => Standing.Away is { } away && away.Substitute == Actor.Login && Actor.Login != Notice.Author
        ? [new NoticeOffer("TakeOver", $"Take over for {First(away.Name)}", null)]
        : [];

    private NoticeOffer Approve() => new(
        "Approve", $"Approve version {Notice.CurrentVersion}{(Standing.Approvals.Needed > 1 ? $", {Standing.Approvals.Given.Count + 1} of {Standing.Approvals.Needed}" : "")}", NotReviewer ?? Blocked("Approval"), Primary: true, Key: "a");

    private string? NotReviewer => Actor switch
    {
        _ when !Actor.Is(Role.Legal) => Standing.Approvals.By(Notice.Reviewer) ? "The next approval is another lawyer’s." : $"Approval is {First(ReviewerName)}’s.",
        _ when Actor.Login == Notice.Author => "You drafted it; another lawyer approves it.",
        _ when Standing.Approvals.By(Actor.Login) => "You have approved it; the next approval is another lawyer’s.",
        _ when Actor.Login != Notice.Reviewer && Standing.Approvals.Left == 1 && !Standing.Approvals.By(Notice.Reviewer) => $"It prints the name of {ReviewerName} as its approver, so only they can approve it.",
        _ => null,
    };

    private string? Blocked(string act)
    {
        string[] causes =
        [
            .. Standing.FailedChecks > 0 ? [Counted.Of(Standing.FailedChecks, "check")] : Array.Empty<string>(),
            .. Standing.OpenComments > 0 ? [Counted.Of(Standing.OpenComments, "open comment")] : Array.Empty<string>(),
        ];
        return causes.Length == 0 ? null : $"{act} waits for {string.Join(" and ", causes)}.";
    }

    private static string First(string? name) => (name ?? "the reviewer").Split(' ')[0];
}
