using QRCoder;
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

    /// <summary>Modules that the encoder leaves free on each side; the page is white by itself.</summary>
    private const int Border = 4;

    private static readonly float Side = PdfStyle.Mm(18);

    /// <summary>From the baseline that would follow the label down to the lower edge.</summary>
    public static float Height => Above + Side;

    public void Draw(Painter painter, float y)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var modules = Modules(data);
        var module = Side / (data.ModuleMatrix.Count - 2 * Border);
        using var path = modules.GetBoundaryPath();
        path.Transform(SKMatrix.CreateScaleTranslation(module, module, PdfStyle.HangLeft, y + Above));
        painter.Shape(path, PdfStyle.Ink);
        painter.Link(text, new SKRect(PdfStyle.HangLeft, y + Above, PdfStyle.HangLeft + Side, y + Above + Side));
    }

    private static SKRegion Modules(QRCodeData data)
    {
        var region = new SKRegion();
        for (var row = Border; row < data.ModuleMatrix.Count - Border; row++)
        {
            var line = data.ModuleMatrix[row];
            for (var column = Border; column < line.Length - Border; column++)
            {
                if (line[column])
                    region.Op(new SKRectI(column - Border, row - Border, column - Border + 1, row - Border + 1), SKRegionOperation.Union);
            }
        }

        return region;
    }
}
