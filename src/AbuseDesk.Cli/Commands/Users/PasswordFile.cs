using System.CommandLine;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Users;

/// <summary>A password as a command takes it: never as an argument, which other people on the machine could see.</summary>
internal static class PasswordFile
{
    public static Option<string?> Option() => Ask.Optional("--password-file", "FILE", "Its first line; without it, a password is made and shown once.");

    /// <returns>The first line of the file; null where none is named.</returns>
    public static string? Read(string? file) => file is null ? null : Files.ReadText(file).Split('\n')[0].TrimEnd('\r');
}
