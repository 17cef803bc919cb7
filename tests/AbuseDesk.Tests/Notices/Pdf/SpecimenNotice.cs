using System.Security.Cryptography;
using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Pdf;
using NodaTime;
using SkiaSharp;

namespace AbuseDesk.Tests.Notices.Pdf;

/// <summary>A suspension notice with everything a notice can hold, and the fonts and pictures to draw it with.</summary>
internal static class SpecimenNotice
{
    public static FontLibrary Fonts { get; } = new([FontFolder()]);

    public static byte[] Screenshot { get; } = Jpeg(1280, 1256);

    public static ExhibitPicture Picture { get; } = Describe(Screenshot, 1280, 1256);

    public static NoticeDocument Whole { get; } = Of(
    [
        .. SpecimenText.Facts,
        .. SpecimenText.Measure,
        new AnnexBlock("Annex\u00a0A", "Items") { Anchor = "annexA" },
        new ParagraphBlock(Marked.Text("The items in the order in which they were seen, in PST. An item and its exhibit have the same number. “Removed” names the date of the check that first found the item removed; “still available” is the state on 9~January 2021, 17:00~PST. Square brackets mark our redactions.")),
        SpecimenAnnexes.ItemTable(SpecimenAnnexes.Items),
        new AnnexBlock("Annex\u00a0B", "Exhibits") { Anchor = "annexB" },
        new ParagraphBlock(Marked.Text("Exhibits D1 to~D15 are documents, named here with the SHA-256 of each file; copies are available from abuse@cloud.example. Exhibits 1 to~98 are the screenshots on the next pages, numbered as the items.")),
        SpecimenAnnexes.DocumentTable,
        SpecimenAnnexes.Exhibit(6, Picture),
        SpecimenAnnexes.Exhibit(13, Picture),
    ]);

    public static NoticeDocument Of(params IReadOnlyList<Block> blocks) => new()
    {
        Language = "en",
        Subject = "Notice of suspension N-2021-0036: Example Cloud to Perch Social, account A-1042",
        Reference = "N-2021-0036",
        KindName = "Notice of suspension",
        PageLabel = "Page {page} of {pages}",
        Letterhead = new("Example Cloud", "Abuse Desk", ["400 Example Avenue, Example City, CA 90000, United States", "abuse@cloud.example · +1 555 0100"]),
        CompiledAt = Instant.FromUtc(2021, 1, 10, 1, 30),
        Blocks = blocks,
    };

    public static PdfResult Write(NoticeDocument document) => new PdfWriter(Fonts).Write(document, _ => Screenshot);

    public static ParagraphBlock Paragraph(string text) => new(Marked.Text(text));

    public static ExhibitPicture Describe(byte[] bytes, int width, int height) =>
        new(Convert.ToHexStringLower(SHA256.HashData(bytes)), "image/jpeg", width, height, "Screenshot");

    public static byte[] Jpeg(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.WhiteSmoke);
        using var paint = new SKPaint { Color = SKColors.SteelBlue };
        for (var y = 40; y < height; y += 90) canvas.DrawRect(60, y, width * 0.6f, 40, paint);
        return bitmap.Encode(SKEncodedImageFormat.Jpeg, 80).ToArray();
    }

    public static string FontFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var fonts = Path.Combine(folder.FullName, "templates", "fonts");
            if (Directory.Exists(fonts)) return fonts;
        }

        throw new DirectoryNotFoundException("templates/fonts is not above the test folder.");
    }
}
