using System.Security.Claims;
using AbuseDesk.Staff.Sessions;
using Microsoft.AspNetCore.Identity;

namespace AbuseDesk.Web.SignIn;

/// <summary>Opens a session for somebody who has shown who they are, and gives their browser the cookie of it.</summary>
public sealed class StaffSignIn(SignInManager<StaffAccount> signIn, StartSession start, IHttpContextAccessor http)
{
    public const string SessionClaim = "session";

    /// <summary>A word of <see cref="SignInWay"/>.</summary>
    public const string WayClaim = "way";

    public async Task RunAsync(StaffAccount account, SignInWay way)
    {
        var context = http.HttpContext!;
        var key = await start.RunAsync(new NewSession(account.Login, way, Browsing.DeviceOf(context), Browsing.AddressOf(context)), context.RequestAborted);
        await signIn.SignInWithClaimsAsync(account, isPersistent: false, [new Claim(SessionClaim, key), new Claim(WayClaim, Words.Of(way))]);
    }
}
