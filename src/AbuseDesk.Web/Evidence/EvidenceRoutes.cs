using AbuseDesk.Evidence;
using AbuseDesk.Web.Hosting;
using Microsoft.Net.Http.Headers;

namespace AbuseDesk.Web.Evidence;

/// <summary>Evidence by its hash. What a hash names never changes, so browsers may keep it; proxies may not.</summary>
internal static class EvidenceRoutes
{
    private const string Lasting = "private, max-age=31536000, immutable";

    public static void AddEvidencePages(this IServiceCollection services) => services.AddSingleton<Thumbnails>();

    public static void MapEvidence(this WebApplication app)
    {
        const string Hash = "/evidence/{sha256:regex(^[0-9a-f]{{64}}$)}";
        app.MapGet(Hash, WholeAsync).WithSecurityHeadersPolicy(DeskHeaders.Evidence);
        app.MapGet(Hash + "/thumb", ThumbAsync).WithSecurityHeadersPolicy(DeskHeaders.Evidence);
    }

    private static async Task<IResult> WholeAsync(
        string sha256, HttpResponse response, ShowEvidence show, ReadEvidence read, CancellationToken cancel)
    {
        if (await FindAsync(show, sha256, cancel) is not { } shown) return Results.NotFound();
        var file = await read.RunAsync(sha256, cancel);
        response.Headers[HeaderNames.CacheControl] = Lasting;
        response.Headers[HeaderNames.ContentDisposition] = Disposition(shown).ToString();
        return Results.Bytes(
            file.Bytes, Served(shown.Evidence.MediaType), entityTag: new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true);
    }

    private static async Task<IResult> ThumbAsync(
        string sha256, int? w, HttpResponse response, ShowEvidence show, Thumbnails thumbnails, CancellationToken cancel)
    {
        if (await FindAsync(show, sha256, cancel) is null) return Results.NotFound();
        var width = Thumbnails.Widths.FirstOrDefault(width => width >= (w ?? 320), Thumbnails.Widths[^1]);
        if (await thumbnails.GetAsync(sha256, width, cancel) is not { } small) return Results.NotFound();
        response.Headers[HeaderNames.CacheControl] = Lasting;
        return Results.Bytes(small, "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{sha256}-{width}\""));
    }

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
}
