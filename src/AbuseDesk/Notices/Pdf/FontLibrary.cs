using System.Collections.Concurrent;

namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// The fonts of the notice (IBM Plex, in the given folders) and those that stand in for scripts it lacks: first the
/// given folders, then the machine's. Safe for several threads; keep one for the life of the process.
/// </summary>
public sealed class FontLibrary
{
    private readonly Dictionary<string, string> _own;
    private readonly Lazy<IReadOnlyList<string>> _fallbacks;
    private readonly ConcurrentDictionary<string, FontFace?> _faces = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FontCoverage> _coverage = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(int Codepoint, Family Family), string> _choice = new();

    /// <param name="folders">Folders with the fonts of the notice, searched in this order.</param>
    /// <param name="systemFonts">False keeps to the given folders, for instance to try what a bare machine would give.</param>
    public FontLibrary(IReadOnlyList<string> folders, bool systemFonts = true)
    {
        var files = folders.SelectMany(folder => SystemFonts.Files([folder])).ToList();
        _own = files.DistinctBy(Path.GetFileName).ToDictionary(path => Path.GetFileName(path)!, StringComparer.OrdinalIgnoreCase);
        _fallbacks = new(() => [.. files, .. systemFonts ? SystemFonts.Files(SystemFonts.Folders()) : []]);
        Folders = folders;
    }

    private IReadOnlyList<string> Folders { get; }

    internal FontFace Get(FontKey key)
    {
        foreach (var cut in Cuts(key))
            if (_own.TryGetValue(cut, out var path) && Open(path) is { } face) return face;
        throw new DeskException(
            $"The font {Cuts(key)[^1]} was not found in {string.Join(", ", Folders)}: put the fonts of the notice there (templates/fonts).");
    }

    /// <summary>The face for a cluster of code points: the wanted one, else the previous one, else any that has them; null if none.</summary>
    internal FontFace? Find(FontKey key, ReadOnlySpan<int> cluster, FontFace? previous)
    {
        var wanted = Get(key);
        if (CoversAll(wanted, cluster)) return wanted;
        if (previous is not null && CoversAll(previous, cluster)) return previous;
        var path = _choice.GetOrAdd((cluster[0], key.Family), choice => Search(choice.Codepoint, choice.Family));
        return path.Length == 0 ? null : Open(path);
    }

    private static bool CoversAll(FontFace face, ReadOnlySpan<int> cluster)
    {
        foreach (var codepoint in cluster)
            if (!face.Covers(codepoint)) return false;
        return true;
    }

    private string Search(int codepoint, Family family)
    {
        var first = "";
        foreach (var path in _fallbacks.Value)
        {
            if (!_coverage.GetOrAdd(path, FontCoverage.Read).Contains(codepoint)) continue;
            var suits = Path.GetFileName(path).Contains(family.ToString(), StringComparison.OrdinalIgnoreCase);
            if (suits) return path;
            if (first.Length == 0) first = path;
        }

        return first;
    }

    private FontFace? Open(string path) => _faces.GetOrAdd(path, FontFace.TryOpen);

    /// <summary>File names that will do, the best first; a cut that does not ship gives way to its nearest neighbour.</summary>
    private static IReadOnlyList<string> Cuts(FontKey key)
    {
        var weight = key.Weight switch { >= 600 => "SemiBold", >= 500 => "Medium", _ => "Regular" };
        var slanted = weight == "Regular" ? "Italic" : weight + "Italic";
        string[] cuts = key.Italic ? [slanted, "Italic", weight, "Regular"] : weight == "Regular" ? [weight] : [weight, "Medium", "Regular"];
        return [.. cuts.Select(cut => $"IBMPlex{key.Family}-{cut}.ttf")];
    }
}
