using AbuseDesk.Staff.Sessions;
using AbuseDesk.Web.SignIn;

namespace AbuseDesk.Web.Pages.Me;

/// <summary>What people can do about their sessions.</summary>
public sealed record SessionActs(ListSessions List, EndSession End, EndAllSessions EndAll, StaffStore Store)
{
    /// <summary>All sessions have just ended, also the one of this request, and its person has shown anew who they are: here they go on.</summary>
    public async Task GoOnAsync(HttpContext http, Actor actor)
    {
        var before = http.User.FindFirst(StaffSignIn.WayClaim)?.Value;
        if (await Store.FindByNameAsync(actor.Login, http.RequestAborted) is { } account)
            await http.RequestServices.GetRequiredService<StaffSignIn>().RunAsync(account, before is null ? SignInWay.Password : Words.Parse<SignInWay>(before));
    }
}
