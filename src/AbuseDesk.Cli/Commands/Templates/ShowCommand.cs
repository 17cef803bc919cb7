using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Workshop;

namespace AbuseDesk.Cli.Commands.Templates;

/// <summary>Prints the text of a template.</summary>
public sealed class ShowCommand : DeskCommand
{
    private readonly Argument<string> name = Ask.For("LANG/KIND", "As en/suspension.");
    private readonly Option<int?> version = new("--version-number") { HelpName = "N", Description = "An earlier version; 0 is the file of the installation. Default the one in use." };

    public ShowCommand()
        : base("show", "Print the text of a template, as it was published.")
    {
        Arguments.Add(name);
        Options.Add(version);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var found = await desk.Get<TemplateRecords>().GetAsync(TemplateName.Parse(arguments.GetRequiredValue(name)), arguments.GetValue(version));
        // redirected into a file, the text is the published one, byte for byte
        desk.Out.Write(found, text => text.Line(found.Text.EndsWith('\n') ? found.Text[..^1] : found.Text));
        return 0;
    }
}
