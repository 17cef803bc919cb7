using AbuseDesk.Notices.Workshop;
using AbuseDesk.Web.Hosting;
using AbuseDesk.Web.Pages.Templates;
using AbuseDesk.Web.SignIn;
using Microsoft.Net.Http.Headers;

namespace AbuseDesk.Web.Notices;

/// <summary>What the draft of whoever asks would become, as PDF, mail or text; without a draft, the version in use.</summary>
internal static class TemplateRoutes
{
    public static void MapTemplates(this WebApplication app)
    {
        app.MapGet("/templates/{language}/{kind}/preview/pdf", PdfAsync).WithSecurityHeadersPolicy(DeskHeaders.NoticePdf);
        app.MapGet("/templates/{language}/{kind}/preview/mail", MailAsync).WithSecurityHeadersPolicy(DeskHeaders.NoticeMail);
        app.MapGet("/templates/{language}/{kind}/preview/text", TextAsync).WithSecurityHeadersPolicy(DeskHeaders.NoticeMail);
    }

    private static Task<IResult> PdfAsync(
        string language, string kind, string? on, HttpContext http, CurrentActor current, Workshop workshop) => ShowAsync(http, current, workshop, language, kind, async (name, text) =>
            Results.Bytes(await workshop.Preview.PdfAsync(name, text, on, http.RequestAborted), "application/pdf"));

    private static Task<IResult> MailAsync(
        string language, string kind, string? on, HttpContext http, CurrentActor current, Workshop workshop) => ShowAsync(http, current, workshop, language, kind, async (name, text) =>
            Results.Text(await workshop.Preview.MailAsync(name, text, on), "text/html; charset=utf-8"));

    private static Task<IResult> TextAsync(
        string language, string kind, string? on, HttpContext http, CurrentActor current, Workshop workshop) => ShowAsync(http, current, workshop, language, kind, async (name, text) =>
            Results.Text(await workshop.Preview.TextAsync(name, text, on), "text/plain; charset=utf-8"));

    private static async Task<IResult> ShowAsync(
        HttpContext http, CurrentActor current, Workshop workshop, string language, string kind, Func<TemplateName, string, Task<IResult>> show)
    {
        var actor = current.Get();
        Workshop.DemandReader(actor);
        if (await workshop.FindAsync(actor, language, kind) is not { } shown) return Results.NotFound();
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        try
        {
            return await show(shown.Name, shown.Text);
        }
        catch (DeskException wrong)
        {
            return Results.Text(wrong.Message, "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
