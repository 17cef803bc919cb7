using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace AbuseDesk.Tests;

/// <summary>The library's folders import downwards only, and its files stay small.</summary>
public sealed partial class TheHouse
{
    // from the bottom; folders of one floor do not know each other
    private static readonly string[][] Floors =
    [
        ["Database"],
        ["Journal"],
        ["Evidence", "Mail"],
        ["Staff", "Customers", "Terms"],
        ["Cases"],
        ["Reports", "Deadlines", "Escalation"],
        ["Suspensions"],
        ["Notices"],
    ];

    private static string Source([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "src", "AbuseDesk"));

    [Test]
    public void Imports_run_downwards_only()
    {
        var upwards =
            from file in Files()
            let folder = FolderOf(file)
            where folder is not null
            from Match import in Import().Matches(File.ReadAllText(file))
            let imported = import.Groups[1].Value
            where imported != folder && Floor(imported) >= Floor(folder)
            select $"{Path.GetRelativePath(Source(), file)} imports {imported}";

        Assert.That(upwards.Distinct(), Is.Empty);
    }

    [Test]
    public void Every_folder_has_its_floor()
    {
        var folders = Directory.EnumerateDirectories(Source()).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj"));

        Assert.That(folders, Is.EquivalentTo(Floors.SelectMany(floor => floor)));
    }

    [Test]
    public void No_file_is_longer_than_300_lines() =>
        Assert.That(Files().Where(file => File.ReadLines(file).Count() > 300), Is.Empty);

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Source(), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string? FolderOf(string file)
    {
        var parts = Path.GetRelativePath(Source(), file).Split(Path.DirectorySeparatorChar);
        return parts.Length > 1 ? parts[0] : null;
    }

    private static int Floor(string folder) => Array.FindIndex(Floors, floor => floor.Contains(folder));

    [GeneratedRegex(@"^\s*using (?:static )?(?:\w+ = )?AbuseDesk\.(Database|Journal|Evidence|Mail|Staff|Customers|Terms|Cases|Reports|Deadlines|Escalation|Suspensions|Notices)\b", RegexOptions.Multiline)]
    private static partial Regex Import();
}
