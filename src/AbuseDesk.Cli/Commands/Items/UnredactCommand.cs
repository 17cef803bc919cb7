using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Items;

/// <summary>Undoes a redaction.</summary>
public sealed class UnredactCommand : DeskCommand
{
    private readonly Argument<int> item = new("ITEM") { Description = "Its number in the case." };
    private readonly Option<string> caseRef = Ask.Case();
    private readonly Option<string?> screenshot = Ask.Optional("--screenshot", "SHA256", "The original screenshot; without it, the excerpt.");
    private readonly Option<string> reason = Ask.Required("--reason", "TEXT", "Why; for the journal.");

    public UnredactCommand()
        : base("unredact", "Undo a redaction: notices drafted from now on show the original.")
    {
        Arguments.Add(item);
        Options.Add(caseRef);
        Options.Add(screenshot);
        Options.Add(reason);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var (reference, number, original) = (arguments.GetRequiredValue(caseRef), arguments.GetValue(item), arguments.GetValue(screenshot));
        await desk.Get<UndoRedaction>().RunAsync(await desk.ActorAsync(), reference, number, original, arguments.GetRequiredValue(reason));
        desk.Out.Done(
            new { caseRef = reference, itemNumber = number, undone = true },
            $"The {(original is null ? "excerpt" : "screenshot")} of item {number} of {reference} is shown as it is in notices drafted from now on.");
        return 0;
    }
}
