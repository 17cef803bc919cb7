using AbuseDesk.Cases;
using AbuseDesk.Evidence;
using AbuseDesk.Reports;
using AbuseDesk.Terms;
using AbuseDesk.Web.Components;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AbuseDesk.Web.Pages.Reports;

[RequestSizeLimit(LargestForm)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
public sealed class FileModel(CurrentActor current, FileReport file, RecogniseLocation recognise, FormChoices choices, DeskTimes times) : DeskPage(current)
{
    /// <summary>Bytes: some ten screenshots of the largest size.</summary>
    private const long LargestForm = 320L * 1024 * 1024;

    // the field that is looked at, so that a sentence stands beside what it is about
    private string field = "form";

    /// <summary>Offered beside the field; any other may be typed.</summary>
    public static IReadOnlyList<string> CommonZones { get; } =
        ["UTC", "America/Los_Angeles", "America/Chicago", "America/New_York", "Europe/London", "Europe/Paris", "Asia/Kolkata", "Asia/Tokyo"];

    [BindProperty(SupportsGet = true, Name = "")]
    public ReportForm Form { get; set; } = new();

    public IReadOnlyList<Clause> Clauses { get; private set; } = [];

    public IReadOnlyList<SeverityChoice> Severities { get; } = choices.Severities();

    public RecognisedLocation? Known { get; private set; }

    /// <summary>Nothing was typed or named yet: a draft may take the place of the empty fields.</summary>
    public bool IsFresh { get; private set; }

    public string? WrongAt(string name) => field == name ? ProblemAt("report") : null;

    public static string Start(Clause clause) => ClauseStart.Of(clause.Body);

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "case")] string? caseRef, [FromServices] CaseRecord record)
    {
        IsFresh = !Request.QueryString.HasValue;
        if (caseRef is null) return await ShowAsync();
        if (await record.FindAsync(caseRef) is not { } details) return NotFound();
        Form.Customer = details.CustomerAccount;
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync(IReadOnlyList<IFormFile> screenshots, bool next)
    {
        FiledReport? filed = null;
        var answer = await ActAsync("report", async () =>
        {
            filed = await FileAsync(screenshots);
            return next ? $"/reports/file?case={filed.CaseRef}" : $"/cases/{filed.CaseRef}/items/{filed.ItemNumber}";
        });
        if (filed is not null) Done = Say(filed);
        return answer;
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Form.Zone = string.IsNullOrWhiteSpace(Form.Zone) ? times.Zone.Id : Form.Zone;
        if (string.IsNullOrWhiteSpace(Form.Seen)) Form.Seen = LocalInput.Format(times.Now, Zones.Get(Form.Zone));
        var seen = Seen();
        Clauses = await choices.ClausesAsync(seen);
        Known = await KnownAsync(seen);
        return Page();
    }

    private async Task<FiledReport> FileAsync(IReadOnlyList<IFormFile> screenshots)
    {
        Actor.Demand("file a report", Role.Agent, Role.Lead);
        field = "seen";
        var seen = Form.SeenAt(times.Now);
        field = string.IsNullOrWhiteSpace(Form.Customer) ? "url" : "customer";
        var known = await recognise.RunAsync(Form.Url ?? "", seen, Form.Customer);
        field = "clause";
        await choices.CheckClauseAsync(Form.Clause, seen);
        field = "severity";
        var request = Form.Request(seen, []);
        field = "screenshots";
        var pictures = new List<NewScreenshot>();
        foreach (var upload in screenshots)
        {
            var picture = await ReportForm.ScreenshotAsync(upload, seen, Actor);
            ImageInspection.Inspect(picture.Bytes, picture.FileName);
            pictures.Add(picture);
        }

        field = known.Customer is null ? "url" : "form";
        return await file.RunAsync(Actor, request with { Screenshots = pictures });
    }

    /// <summary>What the choices depend on; the present where the time as typed is none.</summary>
    private Instant Seen()
    {
        try
        {
            return Form.SeenAt(times.Now);
        }
        catch (DeskException)
        {
            return times.Now;
        }
    }

    private async Task<RecognisedLocation?> KnownAsync(Instant seen)
    {
        if (string.IsNullOrWhiteSpace(Form.Url)) return null;
        try
        {
            return await recognise.RunAsync(Form.Url, seen, Form.Customer);
        }
        catch (DeskException)
        {
            return null;
        }
    }

    private static string Say(FiledReport filed) => filed switch
    {
        { Joined: true } => $"{filed.ReportRef} is filed: another report on item {filed.ItemNumber} of {filed.CaseRef}.",
        { OpenedCase: true } => $"{filed.ReportRef} is filed as item {filed.ItemNumber} of {filed.CaseRef}, which it opened.",
        _ => $"{filed.ReportRef} is filed as item {filed.ItemNumber} of {filed.CaseRef}.",
    };
}
