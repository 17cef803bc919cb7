using System.Globalization;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Sealing;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Doctor;

/// <summary>Whether notices are sealed, with whose certificate, and for how long it can be used.</summary>
internal static class SealCheck
{
    private const string Part = "seal";
    private const int WarnDays = 30;

    public static Task<Finding> RunAsync(DeskSession desk) => Finding.LookAsync(Part, $"See to {SealSettings.Setting}.", () => Task.FromResult(Look(desk)));

    private static Finding Look(DeskSession desk)
    {
        if (desk.Settings.Seal is not { } seal)
        {
            return Environment.GetEnvironmentVariable(SealSettings.TimestampSetting) is { Length: > 0 }
                ? new Finding(Part, FindingState.Advice, $"{SealSettings.TimestampSetting} is set, and nothing is sealed that could be stamped.", $"Set {SealSettings.Setting} to the certificate with its key, or leave both out.")
                : Finding.Ok(Part, $"Notices are not sealed; {SealSettings.Setting} names no certificate.");
        }

        using var certificate = SealCertificate.Read(seal);
        certificate.RequireUsable(desk.Database.Now);
        var ends = certificate.ValidUntil.InUtc().Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        var days = (int)(certificate.ValidUntil - desk.Database.Now).TotalDays;
        var found = $"{certificate.Subject}, issued by {certificate.Own.Issuer}, until {ends}; {(seal.TimestampUrl is { } url ? $"time stamps from {url.Host}" : "no time stamps")}.";
        return days >= WarnDays
            ? Finding.Ok(Part, found)
            : new Finding(Part, FindingState.Advice, $"{found} It ends in {Counted.Of(days, "day")}.", $"Have it renewed, and put its successor where {SealSettings.Setting} points: without it nothing is sent.");
    }
}
