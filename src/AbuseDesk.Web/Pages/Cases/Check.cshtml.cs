using AbuseDesk.Cases;
using AbuseDesk.Web.Components;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AbuseDesk.Web.Pages.Cases;

public sealed class CheckModel(CurrentActor current, CaseRecord record, CaseItems items, RecordChecks recordChecks, DeskTimes times)
    : CasePage(current, record)
{
    private const int Most = 100;

    public static readonly IReadOnlyList<(string Word, string Text)> Outcomes =
        [("still-up", "Still up"), ("removed", "Removed"), ("unreachable", "Unreachable")];

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? At { get; set; }

    /// <summary>Which of two, where the clock shows the time twice.</summary>
    [BindProperty]
    public string? Offset { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Numbers { get; set; }

    [BindProperty]
    public int[] Ticked { get; set; } = [];

    public IReadOnlyList<ItemRow> Listed { get; private set; } = [];

    public bool More { get; private set; }

    public string ZoneId => times.Zone.Id;

    public IReadOnlyList<(string Offset, string Words, Instant At)> Ways => LocalInput.Ways(At, times.Zone);

    public Task<IActionResult> OnPostAsync(IFormFile? screenshot) => ActAsync("check", async () =>
    {
        var outcome = Words.Parse<CheckOutcome>(Outcome);
        var at = LocalInput.Parse(At, times.Zone, times.Now, Offset);
        var numbers = Ticked.Concat(NumberList.Parse(Numbers)).Distinct().ToList();
        if (screenshot is not null && numbers.Count != 1)
            throw new DeskException("A screenshot shows one item; choose one item, or leave the screenshot out.");
        var shot = screenshot is null ? null : await ReadAsync(screenshot, at);
        await recordChecks.RunAsync(Actor, Ref, [.. numbers.Select(number => new ItemCheck(number, outcome, at, shot))]);
        return $"{CaseAddress}#items";
    }, "The checks are recorded.");

    protected override async Task ReadAsync()
    {
        At ??= LocalInput.Format(times.Now, times.Zone);
        var rows = await items.ListAsync(Details.Id, limit: Most + 1);
        More = rows.Count > Most;
        Listed = [.. rows.Take(Most).Where(item => item.State != "removed")];
    }

    private async Task<NewScreenshot> ReadAsync(IFormFile file, Instant at) => new()
    {
        Bytes = await Uploads.ReadAsync(file),
        FileName = file.FileName,
        CapturedAt = at,
        CapturedBy = Actor.Login,
        Method = "uploaded",
    };
}
