using System.Security.Claims;
using AbuseDesk.Staff.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace AbuseDesk.Web.SignIn;

internal static class StaffCookie
{
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "abusedesk";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = "/sign-in";
        options.LogoutPath = "/sign-out";
        options.AccessDeniedPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = Session.Idle.ToTimeSpan();
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    /// <summary>With every request and on every node: a sign-out elsewhere, a changed password or a closed account ends the cookie at once.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var key = context.Principal?.FindFirstValue(StaffSignIn.SessionClaim);
        var account = key is null ? null : await services.GetRequiredService<StaffStore>().FindBySessionAsync(key, context.HttpContext.RequestAborted);
        if (account is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        CurrentActor.Set(context.HttpContext, account);
        await services.GetRequiredService<TouchSession>().RunAsync(
            account.SessionId, account.SessionSeenAt, Browsing.AddressOf(context.HttpContext), context.HttpContext.RequestAborted);
    }
}
