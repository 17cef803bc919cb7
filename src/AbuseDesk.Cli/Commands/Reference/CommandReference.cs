using System.CommandLine;
using System.CommandLine.Help;
using System.Text;

namespace AbuseDesk.Cli.Commands.Reference;

/// <summary>The commands as Markdown: one table, a row for each command.</summary>
public static class CommandReference
{
    public static string Markdown(Command root)
    {
        var text = new StringBuilder("| command | what it does |\n|---|---|\n");
        foreach (var (path, command) in Leaves("abusedesk", root))
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{Usage(path, command).Replace("|", "\\|", StringComparison.Ordinal)}` | {command.Description} |\n");
        text.Append("\nEvery command understands ");
        text.AppendJoin(", ", root.Options.Where(option => option.Recursive && option is not HelpOption).Select(option => $"`{Option(option)}` ({option.Description?.TrimEnd('.')})"));
        return text.Append(" and `--help`.\n").ToString();
    }

    private static IEnumerable<(string Path, Command Command)> Leaves(string path, Command command) =>
        command.Subcommands.Count == 0
            ? [(path, command)]
            : command.Subcommands.Where(verb => !verb.Hidden).SelectMany(verb => Leaves($"{path} {verb.Name}", verb));

    private static string Usage(string path, Command command)
    {
        var arguments = command.Arguments.Select(argument => argument switch
        {
            { Arity.MinimumNumberOfValues: 0 } => $"[{argument.Name}]",
            { Arity.MaximumNumberOfValues: > 1 } => $"{argument.Name}...",
            _ => argument.Name,
        });
        var options = command.Options.Where(option => option is not HelpOption).OrderByDescending(option => option.Required)
            .Select(option => option.Required ? Option(option) : $"[{Option(option)}]{(option.Arity.MaximumNumberOfValues > 1 ? "..." : "")}");
        return string.Join(' ', [path, .. arguments, .. options]);
    }

    private static string Option(Option option) => option.HelpName is { } value ? $"{option.Name} {value}" : option.Name;
}
