using AbuseDesk.Deadlines;
using AbuseDesk.Web.Components;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AbuseDesk.Web.Pages.Deadlines;

/// <summary>Deadlines that are due within the same time.</summary>
public sealed record DeadlineGroup(string Name, int Count, IReadOnlyList<DeadlineRow> Rows);

public sealed class IndexModel(CurrentActor current, DeadlineList list, ReadDeadlines read, MeetDeadline meet, DeskTimes times) : DeskPage(current)
{
    private const int PageRows = 25;
    private const int MostZones = 3;

    private static readonly (string Name, Duration Until)[] Ranks =
        [("Overdue", Duration.Zero), ("Within 24 hours", Duration.FromHours(24)), ("Within 7 days", Duration.FromDays(7)), ("Later", Duration.MaxValue)];

    [BindProperty(SupportsGet = true)]
    public DeadlineView View { get; set; } = new();

    public bool MayEnd => MayWork || Actor.Is(Role.Legal);

    public DeadlineCounts Counts { get; private set; } = null!;

    public IReadOnlyList<DeadlineGroup> Groups { get; private set; } = [];

    /// <summary>Those that stand still, on the first page only.</summary>
    public IReadOnlyList<DeadlineRow> Paused { get; private set; } = [];

    /// <summary>The address of the rows that follow; null at the end.</summary>
    public string? More { get; private set; }

    public int Left { get; private set; }

    public DeadlineMonth Month { get; private set; } = null!;

    /// <summary>The zones whose days the month can show: the desk's first, then those of the customers that it names.</summary>
    public IReadOnlyList<string> Zones { get; private set; } = [];

    public LocalDate Today => times.Now.InZone(Month.Zone).Date;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync(string? deadline, string? note) => ActAsync("done", async () =>
    {
        if (string.IsNullOrWhiteSpace(deadline)) throw new DeskException("No deadline is named; press Done beside the one that is met.");
        await meet.RunAsync(Actor, deadline, note);
        return View.With("after", null);
    }, $"{deadline} is met, and its reminders have ended.");

    protected override async Task<IActionResult> ShowAsync()
    {
        var filter = View.ToFilter(Actor.Login);
        var rows = await list.RunAsync(filter, View.Position(), PageRows + 1);
        var shown = rows.Take(PageRows).ToList();
        Counts = await read.CountAsync(filter, Actor.Login);
        Groups = Grouped(shown);
        if (View.After is null) Paused = await list.RunAsync(filter with { Paused = true }, count: PageRows);
        if (rows.Count > PageRows)
        {
            More = View.With("after", DeadlineView.Mark(shown[^1]));
            Left = Counts.Overdue + Counts.WithinDay + Counts.WithinWeek + Counts.Later - (View.After is null ? PageRows : 0);
        }

        await ReadMonthAsync(filter);
        return Page();
    }

    private List<DeadlineGroup> Grouped(List<DeadlineRow> rows)
    {
        int[] all = [Counts.Overdue, Counts.WithinDay, Counts.WithinWeek, Counts.Later];
        return [.. rows.GroupBy(row => Array.FindIndex(Ranks, rank => rank.Until == Duration.MaxValue || row.DueAt <= times.Now + rank.Until))
            .Select(group => new DeadlineGroup(Ranks[group.Key].Name, all[group.Key], [.. group]))];
    }

    private async Task ReadMonthAsync(DeadlineFilter filter)
    {
        var zone = View.Days is null ? times.Zone : AbuseDesk.Zones.Get(View.Days);
        var first = View.MonthOr(times.Now.InZone(zone).Date);
        var (from, to) = DeadlineMonth.Span(first, zone);
        var due = await read.BetweenAsync(filter, Actor.Login, from, to);
        Month = DeadlineMonth.Of(first, zone, due);
        Zones = [.. due.Where(deadline => deadline.CustomerZone is not null).GroupBy(deadline => deadline.CustomerZone!).OrderByDescending(group => group.Count())
            .Select(group => group.Key).Prepend(times.Zone.Id).Append(zone.Id).Distinct().Take(MostZones)];
    }
}
