using AbuseDesk.Cli.Frame;
using AbuseDesk.Mail;

namespace AbuseDesk.Cli.Commands.Doctor;

/// <summary>Whether mail leaves: the folder can be written, or the server lets us in. No mail is sent.</summary>
internal static class MailServerCheck
{
    private const string Folder = "folder:";

    public static Task<Finding> RunAsync(DeskSession desk) => desk.Settings.Mail.StartsWith(Folder, StringComparison.Ordinal)
        ? FolderCheck.RunAsync("mail folder", desk.Settings.Mail[Folder.Length..], "ABUSEDESK_MAIL")
        : Finding.LookAsync("mail server", "Correct ABUSEDESK_MAIL; “mail test ADDRESS” sends one mail.", async () =>
            Finding.Ok("mail server", await desk.Get<IMailer>().ProbeAsync()));
}
