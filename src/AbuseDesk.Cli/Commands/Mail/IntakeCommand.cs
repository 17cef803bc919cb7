using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Reports.Mailbox;

namespace AbuseDesk.Cli.Commands.Mail;

/// <summary>Lists the mail that waits for somebody.</summary>
public sealed class IntakeCommand : DeskCommand
{
    private readonly Option<int> limit = Ask.Limit();

    public IntakeCommand()
        : base("intake", "List the mail that belongs to no case yet, the oldest first.")
    {
        Options.Add(limit);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var rows = arguments.GetValue(limit);
        var found = await desk.Get<IncomingMails>().IntakeAsync(rows + 1);
        desk.Out.List("mails", found, rows, ["Mail", "Received", "Kind", "From", "Subject", "Files", "Problem"], one =>
            [one.Ref, desk.At(one.ReceivedAt), one.Kind, one.FromAddress, one.Subject, $"{one.Files.Count}", one.Problem]);
        return 0;
    }
}
