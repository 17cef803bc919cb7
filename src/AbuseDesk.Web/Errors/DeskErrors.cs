using Microsoft.AspNetCore.Diagnostics;

namespace AbuseDesk.Web.Errors;

/// <summary>The one place where what went wrong becomes a status and a page.</summary>
internal static class DeskErrors
{
    public static void AddDeskErrors(this IServiceCollection services) => services.Configure<ExceptionHandlerOptions>(options =>
    {
        options.ExceptionHandlingPath = "/error";
        options.StatusCodeSelector = StatusOf;
        options.SuppressDiagnosticsCallback = failed => failed.Exception is DeskException or OperationCanceledException;
    });

    public static void UseDeskErrors(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePagesWithReExecute("/error", "?status={0}");
    }

    /// <summary>403 for a refusal, 400 for anything else that a person can put right, 500 for a fault of ours.</summary>
    public static int StatusOf(Exception exception) => exception switch
    {
        DeskException { Refused: true } => StatusCodes.Status403Forbidden,
        DeskException => StatusCodes.Status400BadRequest,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };
}
