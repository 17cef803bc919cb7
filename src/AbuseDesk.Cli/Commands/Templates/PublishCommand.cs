using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Workshop;

namespace AbuseDesk.Cli.Commands.Templates;

/// <summary>Publishes a version of a template.</summary>
public sealed class PublishCommand : DeskCommand
{
    private readonly Argument<string> file = Ask.For("FILE", "A template; its head says which.");
    private readonly Option<string> note = Ask.Required("--note", "TEXT", "What was changed and why.");
    private readonly Option<int?> version = new("--version-number") { HelpName = "N", Description = "The latest version that you have seen, 0 for the file of the installation; refused if there is a newer one. Default any." };

    public PublishCommand()
        : base("publish", "Publish a version of a template; notices are made with it from then on, and it never changes.")
    {
        Arguments.Add(file);
        Options.Add(note);
        Options.Add(version);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var path = arguments.GetRequiredValue(file);
        var text = Files.ReadText(path);
        var published = await desk.Get<PublishTemplate>().RunAsync(
            await desk.ActorAsync(), CheckTemplate.NameOf(path, text), text, arguments.GetRequiredValue(note), arguments.GetValue(version));
        desk.Out.Done(
            new { published.Kind, published.Language, published.Number, published.Sha256, published.Note, published.PublishedAt, published.PublishedBy },
            $"Version {published.Number} of the template {published.Kind}/{published.Language} is published.");
        return 0;
    }
}
