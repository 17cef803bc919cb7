using Microsoft.Net.Http.Headers;

namespace AbuseDesk.Web.Hosting;

internal static class DeskFiles
{
    /// <summary>Styles, scripts, marks and fonts. What is asked for by its version never changes; the rest is asked for again.</summary>
    public static void UseDeskFiles(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = served =>
        {
            var path = served.Context.Request.Path;
            var lasting = served.Context.Request.Query.ContainsKey("v") || path.StartsWithSegments("/fonts");
            served.Context.Response.Headers[HeaderNames.CacheControl] = lasting ? "public, max-age=31536000, immutable" : "no-cache";
        },
    });
}
