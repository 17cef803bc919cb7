using AbuseDesk.Deadlines.Feed;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AbuseDesk.Web.Pages.Me;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CalendarModel(CurrentActor current, FindCalendar find, RenewCalendar renew, RevokeCalendar revoke, DeskSettings settings) : DeskPage(current)
{
    /// <summary>Null while I have none.</summary>
    public Instant? MadeAt { get; private set; }

    /// <summary>That which was just made; no other page shows it.</summary>
    public string? Address { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    // no redirect: the address must be shown by this answer, and by no other
    public async Task<IActionResult> OnPostAsync()
    {
        try
        {
            var here = new Uri($"{Request.Scheme}://{Request.Host}{Request.PathBase}");
            Address = FeedAddress.Of(settings.PublicUrl ?? here, await renew.RunAsync(Actor, Actor.Login, HttpContext.RequestAborted));
            return await ShowAsync();
        }
        catch (DeskException wrong)
        {
            return await FailAsync("calendar", wrong);
        }
    }

    public Task<IActionResult> OnPostRevokeAsync() => ActAsync("calendar", async () =>
    {
        await revoke.RunAsync(Actor, Actor.Login, HttpContext.RequestAborted);
        return "/me/calendar";
    }, "The address is ended; programs that read it find nothing any more.");

    protected override async Task<IActionResult> ShowAsync()
    {
        MadeAt = await find.RunAsync(Actor.Login, HttpContext.RequestAborted);
        return Page();
    }
}
