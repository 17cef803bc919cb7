using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Items;

/// <summary>Records a check.</summary>
public sealed class CheckCommand : DeskCommand
{
    private static readonly Argument<int> Item = new("ITEM") { Description = "Its number in the case." };

    private static readonly Option<string> Case = new("--case")
    {
        Description = "Reference of the case.",
        HelpName = "REF",
        Required = true,
    };

    private static readonly Option<string> Outcome = new("--outcome")
    {
        Description = "removed, still-up or unreachable.",
        HelpName = "WORD",
        Required = true,
    };

    private static readonly Option<string?> Shot = new("--screenshot")
    {
        Description = "What it looked like.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> At = new("--at")
    {
        Description = "When it was looked at, as 2021-01-09T17:00:00Z; default: now.",
        HelpName = "INSTANT",
    };

    public CheckCommand()
        : base("check", "Record a look at an item.")
    {
        Arguments.Add(Item);
        Options.Add(Case);
        Options.Add(Outcome);
        Options.Add(Shot);
        Options.Add(At);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var actor = await desk.ActorAsync();
        var at = Times.Instant(arguments.GetValue(At)) ?? desk.Database.Now;
        var shot = arguments.GetValue(Shot) is { } file
            ? new NewScreenshot { Bytes = await File.ReadAllBytesAsync(InputFile.Get(file), cancel), FileName = Path.GetFileName(file), CapturedAt = at, CapturedBy = actor.Login, Method = "uploaded" }
            : null;
        var check = new ItemCheck(arguments.GetRequiredValue(Item), Words.Parse<CheckOutcome>(arguments.GetRequiredValue(Outcome)), at, shot);
        await desk.Get<RecordChecks>().RunAsync(actor, arguments.GetRequiredValue(Case), [check]);
        desk.Out.Write(new { item = check.ItemNumber, outcome = check.Outcome }, text => text.Line($"Item {check.ItemNumber}: {Words.Of(check.Outcome)}."));
        return 0;
    }
}
