using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Reports.Mailbox;

namespace AbuseDesk.Cli.Commands.Mail;

/// <summary>Dismisses a mail of the intake.</summary>
public sealed class DismissCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As M-2021-00007.");
    private readonly Option<string> reason = Ask.Required("--reason", "TEXT", "Why it belongs to no case.");

    public DismissCommand()
        : base("dismiss", "Take a mail out of the intake that belongs to no case; it is kept.")
    {
        Arguments.Add(reference);
        Options.Add(reason);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var mail = arguments.GetRequiredValue(reference);
        await desk.Get<DecideMail>().DismissAsync(await desk.ActorAsync(), mail, arguments.GetRequiredValue(reason));
        desk.Out.Done(new { mailRef = mail }, $"{mail} is dismissed.");
        return 0;
    }
}
