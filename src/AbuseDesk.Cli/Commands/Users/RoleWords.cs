using System.CommandLine;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Users;

/// <summary>Roles as commands take them: several words, or one with commas.</summary>
internal static class RoleWords
{
    public static Option<string[]> Option(bool required = false)
    {
        var option = Ask.Many("--roles", "ROLE", "Of agent, lead, legal, admin, auditor.");
        option.Required = required;
        // an option with a default is there even where nobody gave it
        if (required) option.DefaultValueFactory = null;
        return option;
    }

    /// <exception cref="DeskException">One of them is no role.</exception>
    public static IReadOnlyCollection<Role> Read(string[]? words) =>
        [.. (words ?? []).SelectMany(one => one.Split(',')).Select(Words.Parse<Role>)];
}
