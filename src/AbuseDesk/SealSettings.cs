using System.Globalization;
using NodaTime;

namespace AbuseDesk;

/// <summary>With what notices are sealed as they are sent, and who stamps the time on the seals.</summary>
public sealed record SealSettings
{
    public const string Setting = "ABUSEDESK_SEAL";
    public const string PasswordSetting = "ABUSEDESK_SEAL_PASSWORD";
    public const string TimestampSetting = "ABUSEDESK_TIMESTAMP_URL";
    public const string WaitSetting = "ABUSEDESK_TIMESTAMP_WAIT";

    private const int MostMinutes = 1440;

    /// <summary>File with the certificate and its key: PKCS #12 (.pfx, .p12) or PEM.</summary>
    public required string File { get; init; }

    /// <summary>Of the file; null where it has none.</summary>
    public Secret? Password { get; init; }

    /// <summary>Server of RFC 3161; null where seals bear no time stamp.</summary>
    public Uri? TimestampUrl { get; init; }

    /// <summary>How long the mail of a notice waits for the time stamp before it leaves without.</summary>
    public Duration Wait { get; init; } = Duration.FromMinutes(10);

    /// <param name="read">Reads a setting by name; null when it is not set.</param>
    /// <param name="secret">Reads a secret by its name, from the environment or the file that is named.</param>
    /// <returns>Null where notices are not sealed.</returns>
    /// <exception cref="DeskException">A setting cannot be used; the sentence names it.</exception>
    internal static SealSettings? Read(Func<string, string?> read, Func<string, Secret?> secret)
    {
        var url = read(TimestampSetting) is { } address ? Server(address) : null;
        var wait = read(WaitSetting) is { } minutes ? Minutes(minutes) : Duration.FromMinutes(10);
        var password = secret(PasswordSetting);
        return read(Setting) is { } file ? new SealSettings { File = Path.GetFullPath(file), Password = password, TimestampUrl = url, Wait = wait } : null;
    }

    private static Uri Server(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new DeskException($"{TimestampSetting} is “{Shown.Briefly(text)}”; set it to the http or https address of a time stamp server (RFC 3161).");

    private static Duration Minutes(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes <= MostMinutes
            ? Duration.FromMinutes(minutes)
            : throw new DeskException($"{WaitSetting} is “{Shown.Briefly(text)}”; set it to the minutes that a mail waits for its time stamp, from 0 to {MostMinutes}.");
}
