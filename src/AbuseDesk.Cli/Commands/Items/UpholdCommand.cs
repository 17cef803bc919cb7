using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Items;

/// <summary>Upholds a violation on an item.</summary>
public sealed class UpholdCommand : DeskCommand
{
    private readonly Argument<int> item = new("ITEM") { Description = "Its number in the case." };
    private readonly Option<string> caseRef = Ask.Case();
    private readonly Option<string> clause = Ask.Required("--clause", "N", "Of the terms in force when the item was first seen.");
    private readonly Option<Severity> severity = Ask.RequiredWord<Severity>("--severity", "How grave it is.");

    public UpholdCommand()
        : base("uphold", "Uphold that an item breaks a clause.")
    {
        Arguments.Add(item);
        Options.Add(caseRef);
        Options.Add(clause);
        Options.Add(severity);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var (reference, number) = (arguments.GetRequiredValue(caseRef), arguments.GetValue(item));
        var upheld = await desk.Get<UpholdViolation>().RunAsync(
            await desk.ActorAsync(), reference, number, arguments.GetRequiredValue(clause), arguments.GetValue(severity));
        desk.Out.Done(new { caseRef = reference, itemNumber = number, violation = upheld }, $"Item {number} of {reference}: {Words.Of(upheld)}.");
        return 0;
    }
}
