using System.Runtime.CompilerServices;
using AbuseDesk.Cli.Commands;
using AbuseDesk.Cli.Commands.Reference;

namespace AbuseDesk.Tests.Cli;

public sealed class KeepingTheReference
{
    private const string Begin = "<!-- commands -->";
    private const string End = "<!-- /commands -->";

    [Test]
    public void The_README_lists_the_commands_as_the_program_has_them()
    {
        var readme = File.ReadAllText(Readme()).ReplaceLineEndings("\n");
        var (begin, end) = (readme.IndexOf(Begin, StringComparison.Ordinal), readme.IndexOf(End, StringComparison.Ordinal));

        Assert.That((begin, end), Is.EqualTo((Math.Max(begin, 0), Math.Max(end, begin))), $"The README lacks {Begin} or {End}.");
        Assert.That(
            readme[(begin + Begin.Length)..end].Trim(),
            Is.EqualTo(CommandReference.Markdown(AllCommands.Root()).Trim()),
            "A command has changed: put the output of “dotnet run --project src/AbuseDesk.Cli -- reference” between the two marks in README.md.");
    }

    private static string Readme([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "README.md"));
}
