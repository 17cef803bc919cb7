using AbuseDesk.Staff;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AbuseDesk.Web.Pages.Me;

public sealed class IndexModel(CurrentActor current, FindStaff find, ChangePassword change, SignInManager<StaffAccount> signIn) : DeskPage(current)
{
    public StaffMember Member { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync(string? old, string? wanted, string? again) => ActAsync("password", async () =>
    {
        if (wanted != again)
            throw new DeskException("The new password was not typed the same twice; type it again in both fields.");
        await change.RunAsync(Actor, old ?? "", wanted ?? "", HttpContext.RequestAborted);
        // every sign-in made so far has ended, also this one: whoever knew the old password and the new one goes on here
        if (await signIn.UserManager.FindByNameAsync(Actor.Login) is { } account)
            await signIn.SignInAsync(account, isPersistent: false);
        return "/me";
    }, "Your password is changed. Wherever else you were signed in, you are signed out.");

    protected override async Task<IActionResult> ShowAsync()
    {
        Member = await find.RunAsync(Actor.Login, HttpContext.RequestAborted) ?? throw new DeskException("Nobody is signed in; sign in and try again.");
        return Page();
    }
}
