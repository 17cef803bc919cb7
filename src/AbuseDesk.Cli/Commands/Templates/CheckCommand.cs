using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Workshop;

namespace AbuseDesk.Cli.Commands.Templates;

/// <summary>Checks a file before it is published.</summary>
public sealed class CheckCommand : DeskCommand
{
    private readonly Argument<string> file = Ask.For("FILE", "A template; its head says which.");

    public CheckCommand()
        : base("check", "Compile a template on the sample facts and say what is wrong with it.")
    {
        Arguments.Add(file);
    }

    protected override Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var path = arguments.GetRequiredValue(file);
        var text = Files.ReadText(path);
        var name = CheckTemplate.NameOf(path, text);
        if (desk.Get<CheckTemplate>().Find(name, text) is { } mistake)
            throw new DeskException(mistake.Sentence);
        desk.Out.Done(new { template = name.ToString(), file = path, compiles = true }, $"{path} compiles as the template {name}.");
        return Task.FromResult(0);
    }
}
