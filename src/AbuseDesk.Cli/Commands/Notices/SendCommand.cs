using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Review;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Send a notice, byte for byte as approved.</summary>
public sealed class SendCommand : DeskCommand
{
    private static readonly Argument<string> Ref = new("REF") { Description = "Reference of the notice." };

    public SendCommand()
        : base("send", "Send a notice, byte for byte as approved.")
    {
        Arguments.Add(Ref);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var reference = arguments.GetRequiredValue(Ref);
        await desk.Get<SendNotice>().RunAsync(await desk.ActorAsync(), reference);
        desk.Out.Write(new { notice = reference }, text => text.Line($"{reference} is in the outbox."));
        return 0;
    }
}
