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
    private readonly ConcurrentDictionary<(int Codepoint, Family Family, bool Picture), string> _choice = new();

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

    /// <summary>The face for a cluster: the wanted one, else the previous one, else any that has all of it; null if none.</summary>
    /// <param name="key">The cut that is wanted.</param>
    /// <param name="cluster">What a reader takes for one character; it may ask for a picture (emoji).</param>
    /// <param name="codepoints">The code points of it that show.</param>
    /// <param name="previous">The face of the cluster before.</param>
    internal FontFace? Find(FontKey key, string cluster, ReadOnlySpan<int> codepoints, FontFace? previous)
    {
        var wanted = Get(key);
        var picture = EmojiClusters.AsksForPicture(cluster);
        if (!picture && CoversAll(wanted, codepoints)) return wanted;
        if (!picture && previous is not null && !IsEmoji(previous.Path) && CoversAll(previous, codepoints)) return previous;
        // one code point is the common case; the memory for it is bounded by Unicode
        var path = codepoints.Length == 1 ? Choice(codepoints[0], key.Family, picture) : Search(codepoints.ToArray(), key.Family, picture);
        return path.Length == 0 ? null : Open(path);
    }

    /// <summary>True where this machine's fonts can print a character.</summary>
    internal bool CanPrint(int codepoint) =>
        Get(new FontKey(Family.Serif, 400, false)).Covers(codepoint) || Choice(codepoint, Family.Serif, picture: false).Length > 0;

    private static bool CoversAll(FontFace face, ReadOnlySpan<int> cluster)
    {
        foreach (var codepoint in cluster)
            if (!face.Covers(codepoint)) return false;
        return true;
    }

    private static bool IsEmoji(string path) => Path.GetFileName(path).Contains("Emoji", StringComparison.OrdinalIgnoreCase);

    private string Choice(int codepoint, Family family, bool picture) =>
        _choice.GetOrAdd((codepoint, family, picture), choice => Search([choice.Codepoint], choice.Family, choice.Picture));

    private string Search(int[] codepoints, Family family, bool picture)
    {
        var all = _fallbacks.Value.Where(path => Covers(path, codepoints)).ToList();
        return all.Find(path => picture && IsEmoji(path))
            ?? all.Find(path => !IsEmoji(path) && Path.GetFileName(path).Contains(family.ToString(), StringComparison.OrdinalIgnoreCase))
            ?? all.Find(path => !IsEmoji(path))
            ?? (all.Count > 0 ? all[0] : "");
    }

    private bool Covers(string path, int[] codepoints)
    {
        var coverage = _coverage.GetOrAdd(path, FontCoverage.Read);
        return Array.TrueForAll(codepoints, coverage.Contains);
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
