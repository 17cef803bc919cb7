using AbuseDesk.Cli.Frame;
using AbuseDesk.Mail.Receiving;

namespace AbuseDesk.Cli.Commands.Doctor;

/// <summary>Whether the mailbox that the desk reads can be opened. No mail is marked.</summary>
internal static class MailboxCheck
{
    public static Task<Finding> RunAsync(DeskSession desk) => Finding.LookAsync("mailbox", "Correct ABUSEDESK_MAIL_IN, or leave it out.", async () =>
    {
        if (desk.Settings.MailIn is not { } setting)
            return Finding.Ok("mailbox", "None is read; ABUSEDESK_MAIL_IN names one, so that replies land on their case.");
        await using var mailbox = await Mailbox.OpenAsync(setting, desk.Settings.MailInPassword, CancellationToken.None);
        return Finding.Ok("mailbox", $"{mailbox} can be read.");
    });
}
