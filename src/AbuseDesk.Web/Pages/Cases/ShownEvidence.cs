using AbuseDesk.Database;
using AbuseDesk.Journal;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Web.Pages.Cases;

/// <summary>Screenshots are blurred until somebody asks to see them: then for ten minutes, for them alone, and the journal says so.</summary>
public sealed class ShownEvidence(DeskDatabase database, IDataProtectionProvider protection)
{
    private static readonly Duration Time = Duration.FromMinutes(10);
    private readonly IDataProtector protector = protection.CreateProtector("shown evidence");

    /// <exception cref="DeskException">There is no such case.</exception>
    public async Task ShowAsync(HttpContext http, Actor actor, string caseRef)
    {
        var until = await database.WriteAsync(async tx =>
        {
            if (await tx.FindAsync<string>("select ref from cases where ref = @caseRef", new { caseRef }) is null)
                throw new DeskException($"There is no case “{Shown.Briefly(caseRef)}”; look for it in the queue.");
            var until = tx.Now + Time;
            await JournalWriter.AppendAsync(
                tx, caseRef, actor, "evidence-shown", "looked at the screenshots", new { until = InstantHandler.Text(until) });
            return until;
        });
        http.Response.Cookies.Append(Cookie(caseRef), protector.Protect($"{actor.Login} {caseRef} {InstantPattern.General.Format(until)}"), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
            MaxAge = Time.ToTimeSpan(),
            // the small pictures are under /evidence
            Path = "/",
        });
    }

    /// <summary>Until when this person sees the screenshots of the case; null while they are blurred.</summary>
    public Instant? Until(HttpContext http, Actor actor, string caseRef)
    {
        if (http.Request.Cookies[Cookie(caseRef)] is not { } cookie) return null;
        try
        {
            return protector.Unprotect(cookie).Split(' ') is [var login, var shown, var until] && login == actor.Login && shown == caseRef
                && InstantPattern.General.Parse(until) is { Success: true, Value: var end } && end > database.Now ? end : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static string Cookie(string caseRef) => $"abusedesk-shown-{caseRef}";
}
