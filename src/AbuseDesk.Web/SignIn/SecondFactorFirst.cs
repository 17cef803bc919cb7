using Microsoft.AspNetCore.Authorization;

namespace AbuseDesk.Web.SignIn;

/// <summary>Whose role asks for a second factor, and who has none, sees only the page that adds one.</summary>
internal static class SecondFactorFirst
{
    public const string Page = "/me/second-factor";

    public static void UseSecondFactorFirst(this WebApplication app)
    {
        var roles = app.Services.GetRequiredService<DeskSettings>().SecondFactor;
        if (roles.Count == 0) return;
        app.Use(async (context, next) =>
        {
            if (Lacks(context, roles) && context.Request.Path != Page && context.Request.Path != "/sign-out"
                && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null)
            {
                context.Response.Redirect(Page);
                return;
            }

            await next(context);
        });
    }

    private static bool Lacks(HttpContext context, IReadOnlyList<Role> roles) =>
        context.RequestServices.GetRequiredService<CurrentActor>().FindAccount() is { SecondFactor: false } account
        && roles.Any(account.ToActor().Is);
}
