using SkiaSharp;

namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// Cuts a run where kerning moves a glyph. In between Skia finds every glyph exactly where the one before it ends
/// and writes one string for all of them, instead of a position for each: a fifth of the size of a long notice.
/// </summary>
internal static class EvenRuns
{
    /// <summary>Points below which a shift cannot be seen.</summary>
    private const float Unseen = 0.03f;

    public static IEnumerable<(GlyphRun Run, float X)> Of(GlyphRun run)
    {
        if (run.RightToLeft || !IsPlain(run)) return [(run, 0)];
        return Cut(run);
    }

    private static bool IsPlain(GlyphRun run)
    {
        for (var i = 0; i < run.Glyphs.Length; i++)
        {
            if (run.Positions[i].Y != 0) return false;
            if (i > 0 && run.Clusters[i] <= run.Clusters[i - 1]) return false;
        }

        return true;
    }

    private static IEnumerable<(GlyphRun Run, float X)> Cut(GlyphRun run)
    {
        var start = 0;
        var x = 0f;
        for (var i = 0; i <= run.Glyphs.Length; i++)
        {
            var origin = run.Positions[start].X;
            if (i < run.Glyphs.Length && Math.Abs(origin + x - run.Positions[i].X) <= Unseen)
            {
                x += run.Advances[i];
                continue;
            }

            yield return (Part(run, start, i), origin);
            if (i == run.Glyphs.Length) yield break;
            (start, x) = (i, run.Advances[i]);
        }
    }

    private static GlyphRun Part(GlyphRun run, int start, int end)
    {
        var text = (int)run.Clusters[start];
        var textEnd = end < run.Clusters.Length ? (int)run.Clusters[end] : run.Utf8.Length;
        var positions = new SKPoint[end - start];
        for (var i = 1; i < positions.Length; i++) positions[i].X = positions[i - 1].X + run.Advances[start + i - 1];
        return run with
        {
            Glyphs = run.Glyphs[start..end],
            Positions = positions,
            Utf8 = run.Utf8[text..textEnd],
            Clusters = [.. run.Clusters[start..end].Select(cluster => cluster - (uint)text)],
            Advances = run.Advances[start..end],
        };
    }
}
