using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace AbuseDesk.Web.SignIn;

/// <summary>Keeps the secrets of authenticators unreadable in the database, and remembers between two pages whose password was right.</summary>
public sealed class FactorSecrets(IDataProtectionProvider protection)
{
    private const string Cookie = "abusedesk-code";
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(10);

    private readonly IDataProtector kept = protection.CreateProtector("AbuseDesk.SecondFactor");
    private readonly ITimeLimitedDataProtector waiting = protection.CreateProtector("AbuseDesk.SecondFactor.Waiting").ToTimeLimitedDataProtector();

    public string Protect(string secret) => kept.Protect(secret);

    /// <exception cref="DeskException">The keys of the desk are not those with which it was protected.</exception>
    public string Open(string secret)
    {
        try
        {
            return kept.Unprotect(secret);
        }
        catch (CryptographicException gone)
        {
            throw new DeskException("The second factor cannot be read, as the keys of the desk were lost; have an admin take it away, and add it again.", gone);
        }
    }

    /// <summary>The password was right, and the code is still to come.</summary>
    public void Remember(HttpContext http, StaffAccount account) => http.Response.Cookies.Append(
        Cookie, waiting.Protect(string.Create(CultureInfo.InvariantCulture, $"{account.Id} {account.SecurityStamp}"), Wait),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/sign-in", MaxAge = Wait });

    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/sign-in" });

    /// <summary>Null where nobody's password was right lately, or all their sign-ins have ended since.</summary>
    public async Task<StaffAccount?> FindWaitingAsync(HttpContext http, StaffStore store)
    {
        if (http.Request.Cookies[Cookie] is not { } cookie) return null;
        try
        {
            var parts = waiting.Unprotect(cookie).Split(' ');
            return await store.FindByIdAsync(parts[0], http.RequestAborted) is { } account && account.SecurityStamp == parts[1] ? account : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
