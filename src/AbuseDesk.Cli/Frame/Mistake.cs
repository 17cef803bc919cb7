using System.CommandLine;
using System.CommandLine.Parsing;

namespace AbuseDesk.Cli.Frame;

/// <summary>What is wrong with a command line, as a sentence that names the word and what may stand there instead.</summary>
internal static class Mistake
{
    /// <returns>Null where the command line can be run.</returns>
    public static string? In(ParseResult parsed)
    {
        if (Unknown(parsed) is { } word)
            return $"“{Shown.Briefly(word)}” is not known here{Instead(word, parsed.CommandResult.Command)}";
        return parsed.Errors.Count > 0 ? parsed.Errors[0].Message.TrimEnd('.') + "." : null;
    }

    private static string? Unknown(ParseResult parsed) =>
        parsed.UnmatchedTokens is [var unmatched, ..]
            ? unmatched
            // a misspelt option must not pass for the file or the case that an argument asks for
            : parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens)
                .Select(token => token.Value)
                .FirstOrDefault(value => value.StartsWith("--", StringComparison.Ordinal));

    private static string Instead(string word, Command command)
    {
        var names = word.StartsWith('-') ? Options(command) : [.. command.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name)];
        if (Near.Find(word, names) is { } near)
            return $"; did you mean {near}?";
        return word.StartsWith('-') || names.Count is 0 or > 12 ? "." : $"; use {string.Join(", ", names)}.";
    }

    private static List<string> Options(Command command)
    {
        var names = command.Options.Select(option => option.Name).ToList();
        foreach (var above in command.Parents.OfType<Command>())
            names.AddRange(Options(above));
        return names;
    }
}
