namespace AbuseDesk.Notices.Pdf;

/// <summary>The font files of the machine, the likeliest to suit a notice first.</summary>
internal static class SystemFonts
{
    private static readonly string[] Cuts =
        ["bold", "italic", "oblique", "light", "thin", "black", "medium", "condensed", "mono", "display", "unjoined"];

    public static IEnumerable<string> Folders()
    {
        if (OperatingSystem.IsWindows())
            return [Environment.GetFolderPath(Environment.SpecialFolder.Fonts)];
        if (OperatingSystem.IsMacOS())
            return ["/System/Library/Fonts", "/Library/Fonts", InHome("Library/Fonts")];
        return ["/usr/share/fonts", "/usr/local/share/fonts", InHome(".local/share/fonts"), InHome(".fonts")];
    }

    public static IReadOnlyList<string> Files(IEnumerable<string> folders) =>
        [.. folders.SelectMany(FilesIn).OrderBy(Rank).ThenBy(path => path, StringComparer.Ordinal)];

    private static IEnumerable<string> FilesIn(string folder)
    {
        if (!Directory.Exists(folder)) return [];
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        return Directory.EnumerateFiles(folder, "*", options).Where(IsFont);
    }

    private static bool IsFont(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".ttf" or ".otf" or ".ttc";

    private static int Rank(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var rank = name.StartsWith("Noto", StringComparison.OrdinalIgnoreCase) ? 0 : 1;
        if (name.Contains("Emoji", StringComparison.OrdinalIgnoreCase)) rank += 8;
        return Cuts.Any(cut => name.Contains(cut, StringComparison.OrdinalIgnoreCase)) ? rank + 4 : rank;
    }

    private static string InHome(string path) =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path);
}
