using AbuseDesk.Deadlines;
using AbuseDesk.Notices;
using AbuseDesk.Web.SignIn;
using AbuseDesk.Web.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace AbuseDesk.Web.Pages.Review;

/// <summary>Notices that wait for the same.</summary>
public sealed record ReviewGroup(string Name, bool Urgent, IReadOnlyList<NoticeSummary> Notices);

public sealed class IndexModel(CurrentActor current, NoticeRecords records, DeadlineList deadlines, Colleagues colleagues) : PageModel
{
    private const int MostReviews = 500;

    private IReadOnlyDictionary<string, string> names = new Dictionary<string, string>();
    private Dictionary<string, Instant> decideBy = [];

    public IReadOnlyList<ReviewGroup> Groups { get; private set; } = [];

    public Actor Actor => current.Get();

    public async Task OnGetAsync()
    {
        var notices = await records.InReviewAsync();
        var reviews = await deadlines.RunAsync(new DeadlineFilter { Whose = Whose.Legal }, count: MostReviews);
        decideBy = reviews.Where(row => row is { NoticeRef: not null, Rule: DeadlineRules.DecideReview })
            .GroupBy(row => row.NoticeRef!).ToDictionary(rows => rows.Key, rows => rows.First().DueAt);
        names = await colleagues.NamesAsync();
        Groups = [.. notices.GroupBy(Rank).OrderBy(group => group.Key).Select(group =>
            new ReviewGroup(NameOf(group.Key), group.Key == 0, [.. group.OrderBy(notice => DecideBy(notice) ?? Instant.MaxValue)]))];
    }

    public Instant? DecideBy(NoticeSummary notice) => decideBy.TryGetValue(notice.Ref, out var at) ? at : null;

    public string NameFor(string? login) => login is null ? "" : names.GetValueOrDefault(login, login).Split(' ')[0];

    private int Rank(NoticeSummary notice) => notice.Status switch
    {
        "in-review" => notice.Reviewer == Actor.Login ? 0 : 1,
        "returned" => 2,
        _ => 3,
    };

    private static string NameOf(int rank) => rank switch { 0 => "For you to decide", 1 => "In review", 2 => "Returned, to be redrafted", _ => "Approved, to be sent" };
}
