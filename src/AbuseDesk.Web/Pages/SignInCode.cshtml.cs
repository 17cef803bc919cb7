using AbuseDesk.Staff.SecondFactor;
using AbuseDesk.Staff.Sessions;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AbuseDesk.Web.Pages;

/// <summary>The second half of signing in, for those who have an authenticator.</summary>
[AllowAnonymous]
[AuditorsToo]
public sealed class SignInCodeModel(StaffStore store, FactorSecrets secrets, CheckSecondFactor check, StaffSignIn session) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync() =>
        await secrets.FindWaitingAsync(HttpContext, store) is null ? LocalRedirect("/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync([FromForm] string? code)
    {
        if (await secrets.FindWaitingAsync(HttpContext, store) is not { } account) return LocalRedirect("/sign-in");
        try
        {
            await check.RunAsync(account.Login, code ?? "", secrets.Open, HttpContext.RequestAborted);
        }
        catch (DeskException wrong)
        {
            Problem = wrong.Message;
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Page();
        }

        FactorSecrets.Forget(HttpContext);
        await session.RunAsync(account, SignInWay.PasswordAndCode);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");
    }
}
