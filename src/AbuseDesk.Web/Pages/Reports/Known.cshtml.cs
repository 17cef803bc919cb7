using AbuseDesk.Reports;
using AbuseDesk.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AbuseDesk.Web.Pages.Reports;

/// <summary>A fragment for the form: what is known of the location that is being typed.</summary>
public sealed class KnownModel(RecogniseLocation recognise, DeskTimes times) : PageModel
{
    public RecognisedLocation? Known { get; private set; }

    public string? Problem { get; private set; }

    /// <param name="form">Location, time, zone and customer as typed.</param>
    public async Task OnGetAsync([FromQuery(Name = "")] ReportForm form)
    {
        if (string.IsNullOrWhiteSpace(form.Url)) return;
        try
        {
            form.Zone ??= times.Zone.Id;
            var seen = string.IsNullOrWhiteSpace(form.Seen) ? times.Now : form.SeenAt(times.Now);
            Known = await recognise.RunAsync(form.Url, seen, form.Customer);
        }
        catch (DeskException wrong)
        {
            // half a location is no mistake yet: the sentence is a hint, and the page is there
            Problem = wrong.Message;
        }
    }
}
