using System.Text;
using AbuseDesk.Notices.Document;
using SkiaSharp;

namespace AbuseDesk.Notices.Pdf;

/// <summary>Draws a notice as PDF/A: A4, text that can be selected and searched, JPEG evidence byte for byte.</summary>
public sealed class PdfWriter(FontLibrary fonts)
{
    /// <summary>Nothing is rasterised; Skia rounds the size of the page to dots of this many to the inch.</summary>
    private const float RasterDpi = 720;

    /// <summary>Skia keeps pictures as they are above 100.</summary>
    private const int KeepEncoding = 101;
    private const string Producer = "AbuseDesk";

    /// <param name="document">The notice.</param>
    /// <param name="imageBySha256">Gives the bytes of a picture; called while the page of its exhibit is drawn.</param>
    /// <exception cref="DeskException">A font of the notice is missing, or the bytes of a picture are not there.</exception>
    public PdfResult Write(NoticeDocument document, Func<string, byte[]> imageBySha256)
    {
        using var shaper = new TextShaper(fonts, document.Language);
        var layout = new DocumentLayout(shaper, document);
        var pages = layout.Pages();
        var footer = new FooterLayout(layout.Typesetter, document, pages.Count);
        using var embedded = new DocumentFonts(shaper.Use);
        using var images = new DocumentImages(imageBySha256);
        using var stream = new MemoryStream();
        using (var pdf = SKDocument.CreatePdf(stream, Metadata(document)))
        {
            for (var i = 0; i < pages.Count; i++)
            {
                var painter = new Painter(pdf.BeginPage(PdfStyle.PageWidth, PdfStyle.PageHeight), embedded, layout.Anchors, images);
                Draw(painter, pages[i]);
                footer.Draw(painter, i);
                pdf.EndPage();
            }

            pdf.Close();
        }

        var lacks = new PdfLacks([.. shaper.Missing.Select(char.ConvertFromUtf32)], [.. images.Unreadable]);
        var bytes = PdfIdentity.Settle(Finish(stream.ToArray(), pages, document.Language, lacks));
        return new(bytes, pages.Count, lacks.Characters) { UnreadablePictures = lacks.Pictures };
    }

    private static void Draw(Painter painter, Page page)
    {
        foreach (var (item, y) in page.Items)
        {
            item.Draw(painter, y);
            if (item.Outline is { } entry) painter.Anchor(entry.Destination, 0, y - PdfStyle.Body.Leading);
            foreach (var anchor in item.Anchors) painter.Anchor(anchor, 0, y - PdfStyle.Body.Leading);
        }
    }

    private static byte[] Finish(byte[] pdf, IReadOnlyList<Page> pages, string language, PdfLacks lacks)
    {
        var file = new PdfFile(pdf);
        var outline = PdfOutline.Add(file, [.. pages.SelectMany(page => page.Items).Select(placed => placed.Item.Outline).OfType<OutlineEntry>()]);
        file.ExtendCatalog($"{outline}\n/Lang <{Convert.ToHexString(Encoding.ASCII.GetBytes(language))}>");
        return file.ToBytes(lacks.Entry);
    }

    private static SKDocumentPdfMetadata Metadata(NoticeDocument document)
    {
        var compiled = document.CompiledAt.ToDateTimeUtc();
        return new SKDocumentPdfMetadata(RasterDpi, KeepEncoding)
        {
            Title = document.Subject,
            Author = $"{document.Letterhead.Name}, {document.Letterhead.Unit}",
            Subject = $"{document.KindName} {document.Reference}",
            Keywords = document.Reference,
            Creator = Producer,
            Producer = Producer,
            Creation = compiled,
            Modified = compiled,
            PdfA = true,
        };
    }
}
