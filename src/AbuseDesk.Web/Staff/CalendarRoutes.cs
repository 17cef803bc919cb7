using System.Security.Cryptography;
using AbuseDesk.Deadlines.Feed;
using Microsoft.Net.Http.Headers;

namespace AbuseDesk.Web.Staff;

/// <summary>Calendars for programs that cannot sign in: whoever has the secret address reads, and nobody can write.</summary>
internal static class CalendarRoutes
{
    public static void MapCalendars(this WebApplication app) => app.MapGet(FeedAddress.Path + "/{secret}", ReadAsync).AllowAnonymous();

    private static async Task<IResult> ReadAsync(string secret, HttpResponse response, ReadCalendar read, CancellationToken cancel)
    {
        if (!secret.EndsWith(FeedAddress.Ending, StringComparison.Ordinal)) return Results.NotFound();
        if (await read.RunAsync(secret[..^FeedAddress.Ending.Length], cancel) is not { } calendar) return Results.NotFound();
        response.Headers[HeaderNames.CacheControl] = "private, no-cache";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(calendar))}\"");
        return Results.Bytes(calendar, "text/calendar; charset=utf-8", entityTag: tag);
    }
}
