using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Items;

/// <summary>Records a look at items.</summary>
public sealed class CheckCommand : DeskCommand
{
    private readonly Argument<string[]> items = new("ITEM") { Description = "Numbers in the case, as 12 or 12-20.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> caseRef = Ask.Case();
    private readonly Option<CheckOutcome> outcome = Ask.RequiredWord<CheckOutcome>("--outcome", "What was found.");
    private readonly Option<string?> screenshot = Ask.Optional("--screenshot", "FILE", "What it looked like, where one item is checked.");
    private readonly Option<Instant?> at = Ask.Instant("--at", "When it was looked at; default now.");

    public CheckCommand()
        : base("check", "Record what a look at items found.")
    {
        Arguments.Add(items);
        Options.Add(caseRef);
        Options.Add(outcome);
        Options.Add(screenshot);
        Options.Add(at);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var actor = await desk.ActorAsync();
        var reference = arguments.GetRequiredValue(caseRef);
        var numbers = ItemNumbers.Read(arguments.GetRequiredValue(items));
        var looked = arguments.GetValue(at) ?? desk.Database.Now;
        var picture = arguments.GetValue(screenshot) is { } file ? Screenshot.Of(file, looked, actor) : null;
        if (picture is not null && numbers.Count > 1)
            throw new DeskException("A screenshot shows one item; check the items one by one to add one to each.");
        var found = arguments.GetValue(outcome);
        await desk.Get<RecordChecks>().RunAsync(actor, reference, [.. numbers.Select(number => new ItemCheck(number, found, looked, picture))]);
        desk.Out.Done(
            new { caseRef = reference, items = numbers, outcome = found, at = looked },
            $"{(numbers.Count == 1 ? $"Item {numbers[0]} of {reference} is" : $"{numbers.Count} items of {reference} are")} recorded as {Words.Of(found)} at {desk.At(looked)}.");
        return 0;
    }
}
