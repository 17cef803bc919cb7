using AbuseDesk.Cases;
using AbuseDesk.Evidence;
using AbuseDesk.Web.Hosting;
using AbuseDesk.Web.Pages.Cases;
using AbuseDesk.Web.SignIn;
using Microsoft.Net.Http.Headers;

namespace AbuseDesk.Web.Evidence;

/// <summary>
/// Evidence by its hash. What a hash names never changes, so browsers may keep it; proxies may not. Who looks at the clear picture of a
/// screenshot is in the journal, and small pictures of grave content are blurred for those who have not asked to see them.
/// </summary>
internal static class EvidenceRoutes
{
    private const string Lasting = "private, max-age=31536000, immutable";

    // a screenshot is asked for each time, so that each look can be written down and a blur can come later
    private const string AskedAgain = "private, no-cache";

    public static void AddEvidencePages(this IServiceCollection services) => services.AddSingleton<Thumbnails>();

    public static void MapEvidence(this WebApplication app)
    {
        const string Hash = "/evidence/{sha256:regex(^[0-9a-f]{{64}}$)}";
        app.MapGet(Hash, WholeAsync).WithSecurityHeadersPolicy(DeskHeaders.Evidence);
        app.MapGet(Hash + "/thumb", ThumbAsync).WithSecurityHeadersPolicy(DeskHeaders.Evidence);
    }

    private static async Task<IResult> WholeAsync(
        string sha256, HttpResponse response, [AsParameters] Looking looking, ReadEvidence read, ViewScreenshot view, CancellationToken cancel)
    {
        if (await FindAsync(looking.Show, sha256, cancel) is not { } shown) return Results.NotFound();
        if ((await looking.Screenshots.FindAsync(sha256)).NeverShown) return Refused(response);
        var file = await read.RunAsync(sha256, cancel);
        if (IsScreenshot(shown)) await view.RunAsync(looking.Current.Get(), sha256, cancel);
        response.Headers[HeaderNames.CacheControl] = IsScreenshot(shown) ? AskedAgain : Lasting;
        response.Headers[HeaderNames.ContentDisposition] = Disposition(shown).ToString();
        return Results.Bytes(
            file.Bytes, Served(shown.Evidence.MediaType), entityTag: new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true);
    }

    /// <summary>Clear where it is asked for by somebody to whom the pictures of its case are shown; the journal has that already.</summary>
    private static async Task<IResult> ThumbAsync(
        string sha256, int? w, bool? clear, HttpContext http, [AsParameters] Looking looking, Thumbnails thumbnails, CancellationToken cancel)
    {
        if (await FindAsync(looking.Show, sha256, cancel) is not { } shown) return Results.NotFound();
        var width = Thumbnails.Widths.FirstOrDefault(width => width >= (w ?? 320), Thumbnails.Widths[^1]);
        var use = await looking.Screenshots.FindAsync(sha256);
        if (use.NeverShown) return Refused(http.Response);
        var actor = looking.Current.Get();
        var blurred = use.Grave && !(clear == true && use.Cases.Any(caseRef => looking.Shown.Until(http, actor, caseRef) is not null));
        if (await thumbnails.GetAsync(sha256, width, blurred, cancel) is not { } small) return Results.NotFound();
        http.Response.Headers[HeaderNames.CacheControl] = IsScreenshot(shown) ? AskedAgain : Lasting;
        return Results.Bytes(small, "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{sha256}-{width}{(blurred ? "-blurred" : "")}\""));
    }

    private static IResult Refused(HttpResponse response)
    {
        response.Headers[HeaderNames.CacheControl] = "no-store";
        return Results.Text(
            "This evidence belongs to an item under the clause on the sexual abuse of minors and is shown to nobody; its hash and its record are on the item's page.",
            "text/plain; charset=utf-8", statusCode: StatusCodes.Status403Forbidden);
    }

    private static bool IsScreenshot(EvidenceShown shown) => shown.Captures.Any(capture => capture.Purpose == Words.Of(EvidencePurpose.Screenshot));

    private static async Task<EvidenceShown?> FindAsync(ShowEvidence show, string sha256, CancellationToken cancel)
    {
        try
        {
            return await show.RunAsync(sha256, cancel);
        }
        catch (DeskException)
        {
            return null;
        }
    }

    /// <summary>Pictures and PDF are shown in place; anything else is only handed over, as a file.</summary>
    private static ContentDispositionHeaderValue Disposition(EvidenceShown shown)
    {
        var inPlace = shown.Evidence.IsImage || shown.Evidence.MediaType == "application/pdf";
        var name = shown.Captures.LastOrDefault(capture => capture.FileName is not null)?.FileName;
        var disposition = new ContentDispositionHeaderValue(inPlace ? "inline" : "attachment");
        disposition.SetHttpFileName(name is null ? shown.Evidence.Sha256[..16] : Path.GetFileName(name));
        return disposition;
    }

    // text that a browser might run is served as what it is not: plain
    private static string Served(string mediaType) =>
        mediaType.StartsWith("text/", StringComparison.Ordinal) ? "text/plain; charset=utf-8" : mediaType;

    /// <summary>What both routes ask: who looks, at what, and whether it may be clear.</summary>
    internal sealed record Looking(ShowEvidence Show, CurrentActor Current, ScreenshotCases Screenshots, ShownEvidence Shown);
}
