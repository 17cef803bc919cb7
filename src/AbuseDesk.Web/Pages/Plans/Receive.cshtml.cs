using AbuseDesk.Cases;
using AbuseDesk.Web.Components;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AbuseDesk.Web.Pages.Plans;

public sealed class ReceiveModel(CurrentActor current, CaseRecord record, ReceivePlan receive, DeskTimes times) : CasePage(current, record)
{
    [BindProperty]
    public string? At { get; set; }

    /// <summary>Which of two, where the clock shows the time twice.</summary>
    [BindProperty]
    public string? Offset { get; set; }

    public string ZoneId => times.Zone.Id;

    public IReadOnlyList<(string Offset, string Words, Instant At)> Ways => LocalInput.Ways(At, times.Zone);

    public Task<IActionResult> OnPostAsync(IFormFile? file) => ActAsync("plan", async () =>
    {
        if (file is null) throw new DeskException("No document is chosen; choose the file that the customer sent.");
        var at = LocalInput.Parse(At, times.Zone, times.Now, Offset);
        await receive.RunAsync(Actor, Ref, await Uploads.ReadAsync(file), file.FileName, at);
        return $"{CaseAddress}#plan";
    }, "The plan is recorded.");

    protected override Task ReadAsync()
    {
        At ??= LocalInput.Format(times.Now, times.Zone);
        return Task.CompletedTask;
    }
}
