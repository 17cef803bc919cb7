using System.CommandLine;
using System.Text;

namespace AbuseDesk.Cli.Commands.Reference;

/// <summary>Prints the command reference of the README.</summary>
public sealed class ReferenceCommand : Command
{
    public ReferenceCommand()
        : base("reference", "Print this reference as Markdown.")
    {
        Hidden = true;
        SetAction(arguments => arguments.InvocationConfiguration.Output.Write(Text()));
    }

    /// <summary>One line a command: usage, then what it does.</summary>
    public static string Text()
    {
        var text = new StringBuilder("| command | |\n|---|---|\n");
        foreach (var command in AllCommands.Root().Subcommands.Where(command => !command.Hidden))
            Write(text, "abusedesk", command);
        return text.ToString();
    }

    private static void Write(StringBuilder text, string path, Command command)
    {
        var name = $"{path} {command.Name}";
        if (command.Subcommands.Count > 0)
        {
            foreach (var verb in command.Subcommands)
                Write(text, name, verb);
            return;
        }

        var arguments = command.Arguments.Select(argument => argument.Name);
        var options = command.Options.Select(option =>
        {
            var usage = option.HelpName is { } value ? $"{option.Name} {value}" : option.Name;
            return option.Required ? usage : $"[{usage}]";
        });
        text.Append("| `").AppendJoin(' ', [name, .. arguments, .. options]).Append("` | ").Append(command.Description).Append(" |\n");
    }
}
