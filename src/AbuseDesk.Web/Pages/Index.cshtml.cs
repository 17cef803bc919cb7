using AbuseDesk.Cases;
using AbuseDesk.Web.Components;
using AbuseDesk.Web.SignIn;
using AbuseDesk.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AbuseDesk.Web.Pages;

public sealed class IndexModel(CurrentActor current, CaseQueue queue, AssignCases assign, Colleagues colleagues, DeskTimes times) : DeskPage(current)
{
    private const int PageRows = 25;

    [BindProperty(SupportsGet = true)]
    public QueueView View { get; set; } = new();

    public IReadOnlyList<QueueGroup> Groups { get; private set; } = [];

    public IReadOnlyList<Colleague> Assignees { get; private set; } = [];

    public CaseQueueCounts Counts { get; private set; } = null!;

    /// <summary>The address of the rows that follow; null at the end.</summary>
    public string? More { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAssignAsync(string[] refs, string? login) => ActAsync("selected", async () =>
    {
        await assign.RunAsync(Actor, refs, string.IsNullOrEmpty(login) ? null : login);
        return View.With("", null);
    }, refs.Length == 1 ? "1 case was assigned." : $"{refs.Length} cases were assigned.");

    protected override async Task<IActionResult> ShowAsync()
    {
        var filter = View.ToFilter(times.EndOfToday);
        var rows = await queue.ListAsync(filter, View.Position(), PageRows + 1);
        var shown = rows.Take(PageRows).ToList();
        if (rows.Count > PageRows) More = View.With("after", QueueView.Mark(shown[^1].Position));
        Counts = await queue.CountAsync(Actor.Login);
        Groups = QueueGroup.Of(shown, await queue.CountByDueAsync(filter), times.Now);
        Assignees = MayWork ? await colleagues.WhoWorkOnCasesAsync() : [];
        return Page();
    }
}

/// <summary>Cases that are due within the same time.</summary>
public sealed record QueueGroup(string Name, bool Urgent, int Count, IReadOnlyList<CaseQueueRow> Rows)
{
    private static readonly (string Name, Duration Until)[] Ranks =
        [("Overdue", Duration.Zero), ("Within 24 hours", Duration.FromHours(24)), ("Within 7 days", Duration.FromDays(7)), ("Later", Duration.MaxValue)];

    public static IReadOnlyList<QueueGroup> Of(IReadOnlyList<CaseQueueRow> rows, CaseQueueByDue counts, Instant now)
    {
        var names = Ranks.Select(rank => rank.Name).Append("No deadline").ToList();
        int[] all = [counts.Overdue, counts.WithinDay, counts.WithinWeek, counts.Later, counts.NoDeadline];
        return [.. rows.GroupBy(row => Rank(row.NextDueAt, now)).OrderBy(group => group.Key)
            .Select(group => new QueueGroup(names[group.Key], group.Key < 2, all[group.Key], [.. group]))];
    }

    private static int Rank(Instant? due, Instant now) =>
        due is { } at ? Array.FindIndex(Ranks, rank => rank.Until == Duration.MaxValue || at <= now + rank.Until) : Ranks.Length;
}
