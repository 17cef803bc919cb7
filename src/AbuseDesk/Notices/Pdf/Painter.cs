using SkiaSharp;

namespace AbuseDesk.Notices.Pdf;

/// <summary>Draws on one page.</summary>
internal sealed class Painter(SKCanvas canvas, DocumentFonts fonts, IReadOnlySet<string> anchors, DocumentImages images)
{
    public void Text(Line line, float x, float baseline)
    {
        foreach (var (run, offset) in GlyphRuns.Of(line)) Draw(run, x + offset, baseline);
        foreach (var (link, from, to, size) in GlyphRuns.Links(line)) Link(link, new(x + from, baseline - size, x + to, baseline + size * 0.3f));
    }

    /// <summary>Right-aligned text ends at <paramref name="right"/>.</summary>
    public void TextRight(Line line, float right, float baseline) => Text(line, right - line.Width, baseline);

    public void HorizontalRule(float left, float right, float y, float thickness, SKColor color) =>
        Fill(new(left, y - thickness / 2, right, y + thickness / 2), color);

    public void Fill(SKRect area, SKColor color)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawRect(area, paint);
    }

    public void Shape(SKPath shape, SKColor color)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawPath(shape, paint);
    }

    public void Outline(SKRect area, float thickness, SKColor color)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true, IsStroke = true, StrokeWidth = thickness };
        canvas.DrawRect(area, paint);
    }

    /// <summary>Draws a picture as large as <paramref name="whole"/>, of which the window shows a part; false if it cannot be read.</summary>
    public bool Image(string sha256, SKRect whole, SKRect window)
    {
        if (images.Find(sha256) is not { } image) return false;
        canvas.Save();
        canvas.ClipRect(window);
        canvas.DrawImage(image, whole, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        canvas.Restore();
        return true;
    }

    public void Anchor(string name, float x, float y)
    {
        using var data = canvas.DrawNamedDestinationAnnotation(new SKPoint(x, y), name);
    }

    public void Link(string target, SKRect area)
    {
        // an exhibit may be left out of a copy; a link to nowhere would make the file faulty
        if (target.StartsWith('#') && !anchors.Contains(target[1..])) return;
        using var data = target.StartsWith('#')
            ? canvas.DrawLinkDestinationAnnotation(area, target[1..])
            : canvas.DrawUrlAnnotation(area, target);
    }

    private void Draw(GlyphRun run, float x, float y)
    {
        using var font = fonts.Font(run.Face, run.Style.Size);
        using var builder = new SKTextBlobBuilder();
        var buffer = builder.AllocatePositionedTextRun(font, run.Glyphs.Length, run.Utf8.Length);
        buffer.SetGlyphs(run.Glyphs);
        buffer.SetPositions(run.Positions);
        buffer.SetText(run.Utf8);
        buffer.SetClusters(run.Clusters);
        using var blob = builder.Build();
        using var paint = new SKPaint { Color = run.Style.Color, IsAntialias = true };
        if (blob is not null) canvas.DrawText(blob, x, y, paint);
    }
}
