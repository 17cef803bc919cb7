using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// Shapes text with HarfBuzz and remembers, for one document, what it shaped: the glyphs each font must bring along,
/// and the code points that no font has.
/// </summary>
internal sealed class TextShaper(FontLibrary fonts, string language) : IDisposable
{
    private static readonly Feature[] Plain = [];
    private static readonly Feature[] TabularFigures = [Feature.Parse("tnum"), Feature.Parse("lnum")];
    private readonly Dictionary<(FontFace, string, bool Right, bool Tabular), ShapedRun> _runs = [];
    private readonly Language _language = new(language);

    public FontLibrary Fonts => fonts;

    public GlyphUse Use { get; } = new();

    public SortedSet<int> Missing { get; } = [];

    public ShapedRun Shape(FontFace face, string text, bool right, bool tabular)
    {
        var key = (face, text, right, tabular);
        if (_runs.TryGetValue(key, out var run)) return run;
        run = ShapeNew(face, text, right, tabular ? TabularFigures : Plain);
        Use.Add(face, run.Glyphs, text);
        // a font may name a character in its map and have no shape for it here
        for (var i = 0; i < run.Glyphs.Length; i++)
            if (run.Glyphs[i] == 0) Missing.Add(System.Text.Rune.GetRuneAt(text, run.Clusters[i]).Value);
        return _runs[key] = run;
    }

    public void Dispose() => _language.Dispose();

    private ShapedRun ShapeNew(FontFace face, string text, bool right, Feature[] features)
    {
        using var buffer = new Buffer { Language = _language };
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        buffer.Language = _language;
        buffer.Direction = right ? Direction.RightToLeft : Direction.LeftToRight;
        face.Shaper.Shape(buffer, features);
        return Read(buffer, face);
    }

    private static ShapedRun Read(Buffer buffer, FontFace face)
    {
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var run = new ShapedRun(new ushort[infos.Length], new int[infos.Length], new int[infos.Length], new int[infos.Length], 0)
        {
            Nominal = new int[infos.Length],
        };
        var x = 0;
        for (var i = 0; i < infos.Length; i++)
        {
            run.Glyphs[i] = (ushort)infos[i].Codepoint;
            run.Clusters[i] = (int)infos[i].Cluster;
            run.X[i] = x + positions[i].XOffset;
            run.Y[i] = -positions[i].YOffset;
            run.Nominal[i] = face.Shaper.GetHorizontalGlyphAdvance(infos[i].Codepoint);
            x += positions[i].XAdvance;
        }

        return run with { Advance = x };
    }
}
