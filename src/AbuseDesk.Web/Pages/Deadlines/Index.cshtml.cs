using AbuseDesk.Deadlines;
using AbuseDesk.Web.Components;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AbuseDesk.Web.Pages.Deadlines;

/// <summary>Deadlines that are due within the same time.</summary>
public sealed record DeadlineGroup(string Name, IReadOnlyList<DeadlineRow> Rows);

public sealed class IndexModel(CurrentActor current, DeadlineList list, MeetDeadline meet, DeskTimes times) : DeskPage(current)
{
    private const int Most = 200;

    private static readonly (string Name, Duration Until)[] Ranks =
        [("Overdue", Duration.Zero), ("Within 24 hours", Duration.FromHours(24)), ("Within 7 days", Duration.FromDays(7)), ("Later", Duration.FromDays(36500))];

    [BindProperty(SupportsGet = true)]
    public string? Case { get; set; }

    public bool MayEnd => MayWork || Actor.Is(Role.Legal);

    public IReadOnlyList<DeadlineGroup> Groups { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync(string deadline) => ActAsync("done", async () =>
    {
        await meet.RunAsync(Actor, deadline);
        return Case is { Length: > 0 } ? $"/deadlines?case={Uri.EscapeDataString(Case)}" : "/deadlines";
    }, $"{deadline} is done.");

    protected override async Task<IActionResult> ShowAsync()
    {
        var rows = await list.RunAsync(new DeadlineFilter { CaseRef = string.IsNullOrEmpty(Case) ? null : Case }, count: Most);
        Groups =
        [
            .. rows.GroupBy(row => Ranks.First(rank => row.DueAt <= times.Now + rank.Until || rank == Ranks[^1]).Name)
                .Select(group => new DeadlineGroup(group.Key, [.. group])),
        ];
        return Page();
    }
}
