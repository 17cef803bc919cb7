using SkiaSharp;

namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// A QR code in the hanging column: one outline of all its dark modules, so that no viewer shows seams between them, and a link for
/// those who read on a screen. The column around it is the quiet zone that readers ask for.
/// </summary>
internal sealed class QrCodeDrawing(string text)
{
    /// <summary>The quiet zone between the label and the code.</summary>
    private const float Above = 3;

    private static readonly float Side = PdfStyle.Mm(18);

    /// <summary>From the baseline that would follow the label down to the lower edge.</summary>
    public static float Height => Above + Side;

    public void Draw(Painter painter, float y)
    {
        var code = QrModules.Of(text);
        using var modules = Modules(code);
        var module = Side / code.Side;
        using var path = modules.GetBoundaryPath();
        path.Transform(SKMatrix.CreateScaleTranslation(module, module, PdfStyle.HangLeft, y + Above));
        painter.Shape(path, PdfStyle.Ink);
        painter.Link(text, new SKRect(PdfStyle.HangLeft, y + Above, PdfStyle.HangLeft + Side, y + Above + Side));
    }

    private static SKRegion Modules(QrModules code)
    {
        var region = new SKRegion();
        foreach (var (row, column) in code.Dark)
            region.Op(new SKRectI(column, row, column + 1, row + 1), SKRegionOperation.Union);
        return region;
    }
}
