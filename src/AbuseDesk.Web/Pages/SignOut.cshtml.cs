using AbuseDesk.Staff.Sessions;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AbuseDesk.Web.Pages;

[AuditorsToo]
public sealed class SignOutModel(CurrentActor current, EndSession end) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        // the cookie is taken from the browser, and is worth nothing to anybody who has copied it
        if (current.FindAccount() is { } account) await end.RunAsync(account.ToActor(), account.SessionId, HttpContext.RequestAborted);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return LocalRedirect("/sign-in");
    }
}
