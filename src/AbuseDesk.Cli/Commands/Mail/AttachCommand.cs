using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Reports.Mailbox;

namespace AbuseDesk.Cli.Commands.Mail;

/// <summary>Puts a mail of the intake on a case.</summary>
public sealed class AttachCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As M-2021-00007.");
    private readonly Option<string> caseRef = Ask.Case();

    public AttachCommand()
        : base("attach", "Put a mail of the intake on a case, as correspondence.")
    {
        Arguments.Add(reference);
        Options.Add(caseRef);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var (mail, target) = (arguments.GetRequiredValue(reference), arguments.GetRequiredValue(caseRef));
        await desk.Get<DecideMail>().AttachAsync(await desk.ActorAsync(), mail, target);
        desk.Out.Done(new { mailRef = mail, caseRef = target }, $"{mail} is on {target}.");
        return 0;
    }
}
