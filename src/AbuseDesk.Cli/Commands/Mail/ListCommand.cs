using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Mail;

namespace AbuseDesk.Cli.Commands.Mail;

/// <summary>Lists the mail of a case.</summary>
public sealed class ListCommand : DeskCommand
{
    private readonly Option<string> caseRef = Ask.Case();

    public ListCommand()
        : base("list", "List the mail of a case, the oldest first.")
    {
        Options.Add(caseRef);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var head = await desk.Get<CaseRecord>().GetAsync(arguments.GetRequiredValue(caseRef));
        var found = await desk.Get<ListMail>().RunAsync(head.Id);
        desk.Out.List("mail", found, found.Count, ["Queued", "Status", "Kind", "To", "Subject", "Delivered to"], one =>
            [desk.At(one.QueuedAt), one.Status, one.Kind, one.Recipients, one.Subject, one.DeliveredTo]);
        return 0;
    }
}
