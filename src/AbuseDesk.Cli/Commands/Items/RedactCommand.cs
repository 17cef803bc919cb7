using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Evidence;

namespace AbuseDesk.Cli.Commands.Items;

/// <summary>Redacts a screenshot or the excerpt of an item.</summary>
public sealed class RedactCommand : DeskCommand
{
    private readonly Argument<int> item = new("ITEM") { Description = "Its number in the case." };
    private readonly Option<string> caseRef = Ask.Case();
    private readonly Option<string?> screenshot = Ask.Optional("--screenshot", "SHA256", "The screenshot to redact.");
    private readonly Option<string[]> boxes = Ask.Many("--box", "X,Y,W,H", "What is blacked out, in pixels: left, top, width, height.");
    private readonly Option<string?> excerpt = Ask.Optional("--excerpt", "TEXT", "The excerpt with […] in place of what nobody is to read.");
    private readonly Option<string> reason = Ask.Required("--reason", "TEXT", "Why; for the journal, never printed.");

    public RedactCommand()
        : base("redact", "Redact a screenshot or the excerpt of an item in notices drafted from now on.")
    {
        Arguments.Add(item);
        Options.Add(caseRef);
        Options.Add(screenshot);
        Options.Add(boxes);
        Options.Add(excerpt);
        Options.Add(reason);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var (picture, wording, why) = (arguments.GetValue(screenshot), arguments.GetValue(excerpt), arguments.GetRequiredValue(reason));
        if (picture is null == wording is null)
            throw new DeskException("One thing is redacted at a time; give either --screenshot with --box, or --excerpt.");
        var (actor, reference, number) = (await desk.ActorAsync(), arguments.GetRequiredValue(caseRef), arguments.GetValue(item));
        if (picture is null)
        {
            var quoted = await desk.Get<RedactExcerpt>().RunAsync(actor, reference, number, wording, why);
            desk.Out.Done(new { caseRef = reference, itemNumber = number, excerpt = quoted }, $"Notices quote item {number} of {reference} from now on as: {quoted}");
            return 0;
        }

        IReadOnlyList<RedactionBox> drawn = [.. arguments.GetRequiredValue(boxes).Select(RedactionBox.Parse)];
        var redacted = await desk.Get<RedactScreenshot>().RunAsync(actor, reference, number, picture, drawn, why);
        desk.Out.Done(
            new { caseRef = reference, itemNumber = number, sha256 = redacted.Sha256, originalSha256 = redacted.OriginalSha256, coversAll = redacted.CoversAll },
            $"Notices print {redacted.Sha256} from now on; the original stays sealed.{(redacted.CoversAll ? " The boxes cover the whole picture." : "")}");
        return 0;
    }
}
