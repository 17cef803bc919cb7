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

    /// <summary>The same in memory, for a notice of few pictures.</summary>
    /// <inheritdoc cref="Write(NoticeDocument, Func{string, byte[]}, Stream)"/>
    public PdfResult Write(NoticeDocument document, Func<string, byte[]> imageBySha256)
    {
        using var file = new MemoryStream();
        var drawn = Write(document, imageBySha256, file);
        return new(file.ToArray(), drawn.Pages, drawn.Lacks.Characters) { UnreadablePictures = drawn.Lacks.Pictures };
    }

    /// <summary>Draws in the temporary folder first: a notice may hold more pictures than there is memory for.</summary>
    /// <param name="document">The notice.</param>
    /// <param name="imageBySha256">Gives the bytes of a picture; called while the page of its exhibit is drawn.</param>
    /// <param name="output">Empty, and can seek; at its start when this returns.</param>
    /// <exception cref="DeskException">A font of the notice is missing, the bytes of a picture are not there, or the temporary folder is full.</exception>
    public DrawnPdf Write(NoticeDocument document, Func<string, byte[]> imageBySha256, Stream output)
    {
        using var shaper = new TextShaper(fonts, document.Language);
        using var images = new DocumentImages(imageBySha256);
        using var file = TemporaryFile.Create();
        var pages = DrawPages(shaper, document, images, file);
        using var drawn = file.Open();
        // Skia does not say when the disk is full
        if (!IsWhole(drawn)) throw TemporaryFile.Unwritable();
        var lacks = new PdfLacks([.. shaper.Missing.Select(char.ConvertFromUtf32)], [.. images.Unreadable]);
        Finish(drawn, pages, document.Language, lacks, output);
        return new(pages.Count, lacks);
    }

    private static bool IsWhole(FileStream drawn) =>
        drawn.Length > 16 && PdfObject.Bytes(drawn, drawn.Length - 16, 16).AsSpan().IndexOf("%%EOF"u8) >= 0;

    private static IReadOnlyList<Page> DrawPages(TextShaper shaper, NoticeDocument document, DocumentImages images, TemporaryFile file)
    {
        var layout = new DocumentLayout(shaper, document);
        var pages = layout.Pages();
        var footer = new FooterLayout(layout.Typesetter, document, pages.Count);
        using var embedded = new DocumentFonts(shaper.Use);
        using var stream = new SKFileWStream(file.FullPath);
        using var pdf = SKDocument.CreatePdf(stream, Metadata(document));
        for (var i = 0; i < pages.Count; i++)
        {
            var painter = new Painter(pdf.BeginPage(PdfStyle.PageWidth, PdfStyle.PageHeight), embedded, layout.Anchors, images);
            Draw(painter, pages[i]);
            footer.Draw(painter, i);
            pdf.EndPage();
        }

        pdf.Close();
        return pages;
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

    private static void Finish(Stream drawn, IReadOnlyList<Page> pages, string language, PdfLacks lacks, Stream output)
    {
        var file = new PdfFile(drawn);
        var outline = PdfOutline.Add(file, [.. pages.SelectMany(page => page.Items).Select(placed => placed.Item.Outline).OfType<OutlineEntry>()]);
        file.ExtendCatalog($"{outline}\n/Lang <{Convert.ToHexString(Encoding.ASCII.GetBytes(language))}>");
        file.WriteTo(output, lacks.Entry);
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
