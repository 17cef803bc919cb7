using System.CommandLine;

namespace AbuseDesk.Cli.Commands.Reference;

/// <summary>Prints all commands as Markdown, as the README holds them. Hidden: it is for whoever changes a command.</summary>
public sealed class ReferenceCommand : Command
{
    public ReferenceCommand()
        : base("reference", "Print all commands as Markdown.")
    {
        Hidden = true;
        SetAction(arguments => arguments.InvocationConfiguration.Output.Write(CommandReference.Markdown(arguments.RootCommandResult.Command)));
    }
}
