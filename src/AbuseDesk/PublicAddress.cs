namespace AbuseDesk;

/// <summary>Where readers of notices reach the desk from outside, and the page there that tells whether a notice is genuine.</summary>
public static class PublicAddress
{
    public const string Setting = "ABUSEDESK_PUBLIC_URL";

    // a longer one makes the modules of the QR code too small for a print that was copied
    private const int Longest = 100;

    /// <exception cref="DeskException">It cannot be the address of a desk.</exception>
    public static Uri Read(string text) =>
        text.Length <= Longest && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            && url is { Query: "", Fragment: "", UserInfo: "" } && url.AbsoluteUri.All(char.IsAscii)
            ? url
            : throw new DeskException($"{Setting} is “{Shown.Briefly(text)}”; set it to the address of the desk, of at most {Longest} signs, such as https://abuse.cloud.example.");

    /// <summary>"https://abuse.cloud.example/verify", where a reader asks.</summary>
    public static string VerifyPage(Uri desk) => $"{desk.AbsoluteUri.TrimEnd('/')}/verify";

    /// <summary>"https://abuse.cloud.example/verify?code=7QXM-4KD2": the answer for one notice.</summary>
    public static string VerifyPage(Uri desk, string code) => $"{VerifyPage(desk)}?code={code}";
}
