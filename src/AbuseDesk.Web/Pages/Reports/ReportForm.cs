using System.Text.RegularExpressions;
using AbuseDesk.Cases;
using AbuseDesk.Reports;
using NodaTime;

namespace AbuseDesk.Web.Pages.Reports;

/// <summary>The form of a report as it was typed; nothing in it is checked.</summary>
public sealed partial record ReportForm
{
    public string? Url { get; set; }

    public string? Customer { get; set; }

    /// <summary>"2021-01-09T17:00", in <see cref="Zone"/>.</summary>
    public string? Seen { get; set; }

    /// <summary>TZDB name.</summary>
    public string? Zone { get; set; }

    /// <summary>Which of two, where the clock of the zone shows the time twice.</summary>
    public string? Offset { get; set; }

    public string? Clause { get; set; }

    public string? Severity { get; set; }

    public string? Excerpt { get; set; }

    /// <summary>"own" or "reporter".</summary>
    public string Source { get; set; } = "own";

    public string? ReporterName { get; set; }

    public string? ReporterEmail { get; set; }

    public string? Note { get; set; }

    /// <exception cref="DeskException">No such zone, or no time in it.</exception>
    public Instant SeenAt(Instant now) => LocalInput.Parse(Seen, Zones.Get(Zone), now, Offset);

    public IReadOnlyList<(string Offset, string Words, Instant At)> Ways() =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone?.Trim() ?? "") is { } zone ? LocalInput.Ways(Seen, zone) : [];

    /// <exception cref="DeskException">The severity is none.</exception>
    public FileReportRequest Request(Instant seen, IReadOnlyList<NewScreenshot> screenshots)
    {
        var own = Source != "reporter";
        return new FileReportRequest
        {
            Url = Url ?? "",
            SeenAt = seen,
            Clause = Clause ?? "",
            Severity = Words.Parse<Severity>(Severity),
            Customer = Filled(Customer),
            Excerpt = Excerpt ?? "",
            Screenshots = screenshots,
            Source = own ? ReportSource.Own : ReportSource.Form,
            ReporterName = own ? null : Filled(ReporterName),
            ReporterEmail = own ? null : Filled(ReporterEmail),
            Note = Filled(Note),
        };
    }

    /// <summary>Pictures from the clipboard have no name of their own; the page numbers them.</summary>
    public static async Task<NewScreenshot> ScreenshotAsync(IFormFile file, Instant seen, Actor actor)
    {
        var pasted = Pasted().IsMatch(file.FileName);
        return new NewScreenshot
        {
            Bytes = await Uploads.ReadAsync(file),
            FileName = pasted ? null : Path.GetFileName(file.FileName),
            CapturedAt = seen,
            CapturedBy = actor.Login,
            Method = pasted ? "pasted" : "uploaded",
        };
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex(@"^pasted-[0-9]+\.(?:png|jpg|webp)$")]
    private static partial Regex Pasted();
}
