using AbuseDesk.Deadlines;
using AbuseDesk.Notices;
using AbuseDesk.Staff.Absences;
using AbuseDesk.Web.SignIn;
using AbuseDesk.Web.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace AbuseDesk.Web.Pages.Review;

/// <summary>Notices that wait for the same.</summary>
public sealed record ReviewGroup(string Name, bool Urgent, IReadOnlyList<NoticeSummary> Notices);

public sealed class IndexModel(CurrentActor current, NoticeRecords records, DeadlineList deadlines, Colleagues colleagues, ListAway away) : PageModel
{
    private const int MostReviews = 500;

    private IReadOnlyDictionary<string, string> names = new Dictionary<string, string>();
    private Dictionary<string, Instant> decideBy = [];
    private HashSet<string> standsInFor = [];
    private ILookup<string, string> approvers = Array.Empty<string>().ToLookup(login => login);

    public IReadOnlyList<ReviewGroup> Groups { get; private set; } = [];

    public Actor Actor => current.Get();

    public async Task OnGetAsync()
    {
        var notices = await records.InReviewAsync();
        var reviews = await deadlines.RunAsync(new DeadlineFilter { Whose = Whose.Legal }, count: MostReviews);
        decideBy = reviews.Where(row => row is { NoticeRef: not null, Rule: DeadlineRules.DecideReview })
            .GroupBy(row => row.NoticeRef!).ToDictionary(rows => rows.Key, rows => rows.First().DueAt);
        approvers = await records.ApproversInReviewAsync();
        standsInFor = [.. (await away.RunAsync()).Where(absence => absence.Substitute == Actor.Login && absence.FromAt <= away.Now).Select(absence => absence.Login)];
        names = await colleagues.NamesAsync();
        Groups = [.. notices.GroupBy(Rank).OrderBy(group => group.Key).Select(group =>
            new ReviewGroup(NameOf(group.Key), group.Key == 0, [.. group.OrderBy(notice => DecideBy(notice) ?? Instant.MaxValue)]))];
    }

    public Instant? DecideBy(NoticeSummary notice) => decideBy.TryGetValue(notice.Ref, out var at) ? at : null;

    public string NameFor(string? login) => login is null ? "" : names.GetValueOrDefault(login, login).Split(' ')[0];

    /// <summary>Who has approved it already, where others still must: "Ruth has approved"; null where nobody has.</summary>
    public string? ApprovedBy(NoticeSummary notice) =>
        approvers[notice.Ref].ToList() is { Count: > 0 } logins ? $"{string.Join(" and ", logins.Select(NameFor))} {(logins.Count == 1 ? "has" : "have")} approved" : null;

    // the lawyer whose name it prints decides first; what they have approved, any other lawyer decides next
    private bool IsMine(NoticeSummary notice) => !approvers[notice.Ref].Contains(Actor.Login)
        && (notice.Reviewer == Actor.Login || notice.Author != Actor.Login && standsInFor.Contains(notice.Reviewer ?? "") || Actor.Is(Role.Legal) && notice.Author != Actor.Login && approvers[notice.Ref].Contains(notice.Reviewer ?? ""));

    private int Rank(NoticeSummary notice) => notice.Status switch
    {
        "in-review" => IsMine(notice) ? 0 : 1,
        "returned" => 2,
        _ => 3,
    };

    private static string NameOf(int rank) => rank switch { 0 => "For you to decide", 1 => "In review", 2 => "Returned, to be redrafted", _ => "Approved, to be sent" };
}
