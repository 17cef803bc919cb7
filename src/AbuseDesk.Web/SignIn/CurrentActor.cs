namespace AbuseDesk.Web.SignIn;

/// <summary>Who is signed in, with the roles that the table staff gives them at this request.</summary>
public sealed class CurrentActor(IHttpContextAccessor http)
{
    private static readonly object Key = new();

    /// <summary>Null while nobody is signed in.</summary>
    public StaffAccount? FindAccount() => http.HttpContext?.Items[Key] as StaffAccount;

    /// <exception cref="DeskException">Nobody is signed in.</exception>
    public Actor Get() => FindAccount()?.ToActor() ?? throw new DeskException("Nobody is signed in; sign in and try again.");

    internal static void Set(HttpContext context, StaffAccount account) => context.Items[Key] = account;
}
