using AbuseDesk.Cli.Frame;
using AbuseDesk.Mail;
using Dapper;

namespace AbuseDesk.Cli.Commands.Doctor;

/// <summary>Under which name mail leaves, and whether any is stuck.</summary>
internal static class MailCheck
{
    public static Task<Finding> RunAsync(DeskSession desk, bool hasData) => Finding.LookAsync("mail", "Look at templates/brand.yml.", async () =>
    {
        var sender = desk.Get<SenderIdentity>();
        var (waiting, failed) = hasData
            ? await desk.Database.ReadAsync(connection => connection.QuerySingleAsync<(long, long)>(
                "select count(*) filter (where status = 'waiting'), count(*) filter (where status = 'failed') from outbox where status <> 'sent'"))
            : (0, 0);
        var found = $"{desk.Settings.Mail} as {sender.Name} <{sender.Address}>; {waiting} waiting, {failed} failed.";
        return failed == 0
            ? Finding.Ok("mail", found)
            : new Finding("mail", FindingState.Advice, found, "“mail list --case REF” names what failed; correct the address, and “notices resend REF” sends the notice again.");
    });
}
