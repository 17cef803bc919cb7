using System.Data.Common;
using AbuseDesk.Database;

namespace AbuseDesk.Web.Errors;

/// <summary>While the database is away no page can be drawn, not even that of an error: a plain one says so, and the next request tries again.</summary>
internal static partial class DatabaseOutage
{
    private const string Page =
        """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Not available · AbuseDesk</title></head>
        <body>
        <h1>The desk is not available at the moment</h1>
        <p>Its database does not answer. Go back and try again in a minute; if it goes on, tell the admin of the desk.</p>
        </body>
        </html>

        """;

    public static void UseDatabaseOutage(this WebApplication app) => app.Use(async (HttpContext context, RequestDelegate next) =>
    {
        try
        {
            await next(context);
        }
        catch (DbException away) when (!context.Response.HasStarted && DatabaseTrouble.Sentence(away) is { } sentence)
        {
            Said(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("AbuseDesk.Web"), context.Request.Path, sentence);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "30";
            context.Response.Headers.CacheControl = "no-store";
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(Page, context.RequestAborted);
        }
    });

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path}: {Sentence}")]
    private static partial void Said(ILogger logger, string path, string sentence);
}
