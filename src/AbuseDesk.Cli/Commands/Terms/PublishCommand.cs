using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Terms;

namespace AbuseDesk.Cli.Commands.Terms;

/// <summary>Publishes terms.</summary>
public sealed class PublishCommand : DeskCommand
{
    private static readonly Argument<string> Source = new("FILE") { Description = "The file." };

    private static readonly Option<string?> Effective = new("--effective")
    {
        Description = "When it comes into force, local to its zone; default: as the file says.",
        HelpName = "DATE",
    };

    public PublishCommand()
        : base("publish", "Publish a version of the terms of service from Markdown; it never changes afterwards.")
    {
        Arguments.Add(Source);
        Options.Add(Effective);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var file = InputFile.Get(arguments.GetRequiredValue(Source));
        var version = await desk.Get<PublishTerms>().RunAsync(
            await desk.ActorAsync(), await File.ReadAllTextAsync(file, cancel), Path.GetFileName(file), arguments.GetValue(Effective), cancel);
        desk.Out.Write(version, text => text.Line($"Published the terms of {version.Version}, in force from {desk.Say(version.EffectiveAt)}."));
        return 0;
    }
}
