using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Customers;

namespace AbuseDesk.Cli.Commands.Customers;

/// <summary>Confirms a contact that bounced.</summary>
public sealed class ConfirmCommand : DeskCommand
{
    private readonly Argument<string> account = Ask.For("REF", "The account, as A-1042.");
    private readonly Option<string> email = Ask.Required("--email", "ADDRESS", "The contact.");
    private readonly Option<string> reason = Ask.Required("--reason", "TEXT", "How you know that mail reaches it again.");

    public ConfirmCommand()
        : base("confirm", "Say that a contact from which mail came back can be written to again.")
    {
        Arguments.Add(account);
        Options.Add(email);
        Options.Add(reason);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var address = arguments.GetRequiredValue(email);
        await desk.Get<ConfirmContact>().RunAsync(await desk.ActorAsync(), arguments.GetRequiredValue(account), address, arguments.GetRequiredValue(reason));
        desk.Out.Done(new { email = address }, $"{address} is confirmed; notices go to it again.");
        return 0;
    }
}
