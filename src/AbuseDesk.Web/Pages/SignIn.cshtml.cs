using AbuseDesk.Staff;
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
    // a login that does not exist must take as long to refuse as one that does
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
        if (account is null)
        {
            nobodysHash ??= hasher.HashPassword(new StaffAccount(), "nobody");
            hasher.VerifyHashedPassword(new StaffAccount(), nobodysHash, password ?? "");
            return Refuse("The login or the password is wrong; try again.");
        }

        var result = await signIn.CheckPasswordSignInAsync(account, password ?? "", lockoutOnFailure: true);
        if (!result.Succeeded) return Refuse(result.IsLockedOut ? SignInTries.Locked : "The login or the password is wrong; try again.");
        if (account.SecondFactor)
        {
            secrets.Remember(HttpContext, account);
            return LocalRedirect(QueryHelpers.AddQueryString("/sign-in/code", "returnUrl", Target()));
        }

        await session.RunAsync(account, SignInWay.Password);
        return LocalRedirect(Target());
    }

    private PageResult Refuse(string sentence)
    {
        Problem = sentence;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Page();
    }

    private string Target() => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/";
}
