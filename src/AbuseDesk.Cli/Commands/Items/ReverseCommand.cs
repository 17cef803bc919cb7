using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Items;

/// <summary>Reverses what was upheld on an item.</summary>
public sealed class ReverseCommand : DeskCommand
{
    private readonly Argument<int> item = new("ITEM") { Description = "Its number in the case." };
    private readonly Option<string> caseRef = Ask.Case();
    private readonly Option<string> reason = Ask.Required("--reason", "TEXT", "Why it does not stand; a decision sent to whoever reported the item prints it.");
    private readonly Option<string?> clause = Ask.Optional("--clause", "N", "Where several are upheld.");

    public ReverseCommand()
        : base("reverse", "Reverse a violation that was upheld on an item.")
    {
        Arguments.Add(item);
        Options.Add(caseRef);
        Options.Add(reason);
        Options.Add(clause);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var (reference, number) = (arguments.GetRequiredValue(caseRef), arguments.GetValue(item));
        await desk.Get<ReverseViolation>().RunAsync(await desk.ActorAsync(), reference, number, arguments.GetRequiredValue(reason), arguments.GetValue(clause));
        desk.Out.Done(new { caseRef = reference, itemNumber = number, reversed = true }, $"The violation on item {number} of {reference} is reversed.");
        return 0;
    }
}
