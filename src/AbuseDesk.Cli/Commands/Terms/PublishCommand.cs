using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Terms;

namespace AbuseDesk.Cli.Commands.Terms;

/// <summary>Publishes a version of the terms.</summary>
public sealed class PublishCommand : DeskCommand
{
    private readonly Argument<string> file = Ask.For("FILE.md", "Markdown with front matter; each heading is a clause.");
    private readonly Option<string?> effective = Ask.Optional("--effective", "LOCAL", "A date, as 2020-12-01, or a date and time, as 2020-12-01T00:00, in the zone of the file; it goes before the one in the file.");

    public PublishCommand()
        : base("publish", "Publish a version of the terms of service; a published version never changes.")
    {
        Arguments.Add(file);
        Options.Add(effective);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var path = arguments.GetRequiredValue(file);
        var version = await desk.Get<PublishTerms>().RunAsync(
            await desk.ActorAsync(), Files.ReadText(path), Path.GetFileName(path), arguments.GetValue(effective), cancel);
        desk.Out.Done(TermsView.Of(version), $"Version {version.Version} of “{version.Title}” is in force from {desk.At(version.EffectiveAt)}.");
        return 0;
    }
}
