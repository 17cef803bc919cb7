using AbuseDesk.Database;
using Dapper;

namespace AbuseDesk.Web.Hosting;

internal static class Health
{
    /// <summary>For whatever keeps the program running: it answers, and so does its database.</summary>
    public static void MapHealth(this WebApplication app) => app.MapGet("/health", async (DeskDatabase database, CancellationToken cancel) =>
    {
        try
        {
            await database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("select 1"), cancel);
            return Results.Text("ok\n");
        }
        catch (System.Data.Common.DbException)
        {
            return Results.Text("The database does not answer.\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }).AllowAnonymous();
}
