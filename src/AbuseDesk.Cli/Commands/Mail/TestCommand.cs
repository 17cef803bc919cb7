using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Mail;

namespace AbuseDesk.Cli.Commands.Mail;

/// <summary>Sends one mail at once.</summary>
public sealed class TestCommand : DeskCommand
{
    private readonly Argument<string> address = Ask.For("ADDRESS", "Who is to get it.");

    public TestCommand()
        : base("test", "Send one mail at once, to see whether mail leaves the house.")
    {
        Arguments.Add(address);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var to = arguments.GetRequiredValue(address);
        var where = await desk.Get<TestMail>().RunAsync(to, cancel);
        desk.Out.Done(new { to, where }, $"Sent to {to}: {where}");
        return 0;
    }
}
