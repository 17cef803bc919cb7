using AbuseDesk.Evidence;
using AbuseDesk.Notices;
using AbuseDesk.Web.Hosting;
using Microsoft.Net.Http.Headers;

namespace AbuseDesk.Web.Notices;

/// <summary>The bytes of a notice, as they will leave or left the house. A version never changes, so browsers may keep it.</summary>
internal static class NoticeRoutes
{
    private const string Lasting = "private, max-age=31536000, immutable";

    public static void MapNotices(this WebApplication app)
    {
        app.MapGet("/notices/{reference}/pdf", PdfAsync).WithSecurityHeadersPolicy(DeskHeaders.NoticePdf);
        app.MapGet("/notices/{reference}/mail", MailAsync).WithSecurityHeadersPolicy(DeskHeaders.NoticeMail);
    }

    private static async Task<IResult> PdfAsync(
        string reference, int? version, HttpResponse response, NoticeRecords records, IEvidenceStore store, CancellationToken cancel)
    {
        if (await FindAsync(records, reference, version) is not { } found) return Results.NotFound();
        var file = await store.OpenAsync(found.PdfSha256, cancel);
        Say(response, $"{reference}-v{found.Number}.pdf", version);
        return Results.Stream(file, "application/pdf", entityTag: Tag(found.PdfSha256), enableRangeProcessing: true);
    }

    private static async Task<IResult> MailAsync(
        string reference, int? version, HttpResponse response, NoticeRecords records, ReadEvidence read, CancellationToken cancel)
    {
        if (await FindAsync(records, reference, version) is not { } found) return Results.NotFound();
        var file = await read.RunAsync(found.HtmlSha256, cancel);
        Say(response, $"{reference}-v{found.Number}.html", version);
        return Results.Bytes(file.Bytes, "text/html; charset=utf-8", entityTag: Tag(found.HtmlSha256));
    }

    private static async Task<NoticeVersionRow?> FindAsync(NoticeRecords records, string reference, int? version)
    {
        if (await records.FindAsync(reference) is not { } notice) return null;
        var wanted = version ?? notice.CurrentVersion;
        return (await records.VersionsAsync(notice.Id)).FirstOrDefault(each => each.Number == wanted);
    }

    // an address that names no version shows another one tomorrow
    private static void Say(HttpResponse response, string fileName, int? version)
    {
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(fileName);
        response.Headers[HeaderNames.ContentDisposition] = disposition.ToString();
        response.Headers[HeaderNames.CacheControl] = version is null ? "no-store" : Lasting;
    }

    private static EntityTagHeaderValue Tag(string sha256) => new($"\"{sha256}\"");
}
