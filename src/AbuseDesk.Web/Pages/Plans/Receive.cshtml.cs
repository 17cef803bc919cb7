using AbuseDesk.Cases;
using AbuseDesk.Web.Components;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace AbuseDesk.Web.Pages.Plans;

public sealed class ReceiveModel(CurrentActor current, CaseRecord record, ReceivePlan receive, DeskTimes times) : CasePage(current, record)
{
    [BindProperty]
    public string? At { get; set; }

    public string ZoneId => times.Zone.Id;

    public Task<IActionResult> OnPostAsync(IFormFile? file) => ActAsync("plan", async () =>
    {
        if (file is null) throw new DeskException("No document is chosen; choose the file that the customer sent.");
        var at = LocalInput.Parse(At, times.Zone, times.Now);
        await receive.RunAsync(Actor, Ref, await Uploads.ReadAsync(file), file.FileName, at);
        return $"{CaseAddress}#plan";
    }, "The plan is recorded.");

    protected override Task ReadAsync()
    {
        At ??= LocalInput.Format(times.Now, times.Zone);
        return Task.CompletedTask;
    }
}
