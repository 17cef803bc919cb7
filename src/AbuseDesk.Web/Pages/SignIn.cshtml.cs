using AbuseDesk.Staff.Sessions;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace AbuseDesk.Web.Pages;

[AllowAnonymous]
[AuditorsToo]
public sealed class SignInModel(SignInManager<StaffAccount> signIn, IPasswordHasher<StaffAccount> hasher, StaffSignIn session, FactorSecrets secrets) : PageModel
{
    private static string? nobodysHash;

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Login { get; set; }

    public string? Problem { get; private set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Target()) : Page();

    public async Task<IActionResult> OnPostAsync([FromForm] string? password)
    {
        var account = await signIn.UserManager.FindByNameAsync(Login ?? "");
        // one that cannot be opened must look and take as long as a wrong password, or it would tell which logins there are
        if (account?.PasswordHash is null || await signIn.UserManager.IsLockedOutAsync(account))
        {
            nobodysHash ??= hasher.HashPassword(new StaffAccount(), "nobody");
            hasher.VerifyHashedPassword(new StaffAccount(), nobodysHash, password ?? "");
            return Refuse();
        }

        var result = await signIn.CheckPasswordSignInAsync(account, password ?? "", lockoutOnFailure: true);
        if (!result.Succeeded) return Refuse();
        if (account.SecondFactor)
        {
            secrets.Remember(HttpContext, account);
            return LocalRedirect(QueryHelpers.AddQueryString("/sign-in/code", "returnUrl", Target()));
        }

        await session.RunAsync(account, SignInWay.Password);
        return LocalRedirect(Target());
    }

    private PageResult Refuse()
    {
        Problem = "The login or the password is wrong; try again. After five wrong tries a login is locked for 15 minutes, or until an admin gives it a new password.";
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Page();
    }

    private string Target() => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/";
}
