using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using AbuseDesk.Evidence;
using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Pdf;
using NodaTime;
using SkiaSharp;

namespace AbuseDesk.Benchmarks;

/// <summary>
/// Draws notices with 98 and with 1,000 screenshots, read from disk as their pages need them, and keeps them as evidence: "exhibits". Prints the
/// load of the machine, as others may share it.
/// </summary>
internal static class ExhibitsBenchmark
{
    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("exhibits");
        try
        {
            var writer = new PdfWriter(new FontLibrary([Path.Combine(Path.GetDirectoryName(Samples.Folder)!, "templates", "fonts")]));
            Print($"load of the machine: {(File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Trim() : "unknown")}, {Environment.ProcessorCount} cores");
            _ = writer.Write(Document([new ParagraphBlock([new TextRun("The first page also compiles the code.")])]), _ => []);
            await ExhibitsAsync(writer, folder.FullName, 98);
            await ExhibitsAsync(writer, folder.FullName, 1_000);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task ExhibitsAsync(PdfWriter writer, string folder, int count)
    {
        var hashes = Enumerable.Range(1, count).Select(n => Screenshot(folder, n)).ToList();
        var document = Document([.. hashes.Select((sha256, n) => Exhibit(n + 1, sha256))]);
        var watch = Stopwatch.StartNew();
        await using var pdf = File.Create(Path.Combine(folder, "notice.pdf"));
        var drawn = writer.Write(document, sha256 => File.ReadAllBytes(Path.Combine(folder, sha256)), pdf);
        var seconds = watch.Elapsed.TotalSeconds;
        var store = new FolderEvidenceStore(Path.Combine(folder, "evidence"));
        var kept = await store.PutAsync(pdf);
        await using var again = await store.OpenAsync(kept);
        var all = watch.Elapsed.TotalSeconds;
        var pictures = hashes.Sum(sha256 => new FileInfo(Path.Combine(folder, sha256)).Length);
        Print($"{count} exhibits: {seconds:0.00} s, {all:0.00} s with keeping and checking, {drawn.Pages} pages, {again.Length / 1e6:0.00} MB PDF over {pictures / 1e6:0.00} MB of JPEG: {(double)again.Length / pictures:0.000} times; peak memory of the process {Figures.PeakMegabytes():0} MB");
    }

    private static string Screenshot(string folder, int number)
    {
        using var bitmap = new SKBitmap(1280, 1400);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        var random = new Random(number);
        using var paint = new SKPaint();
        // lines of words, as a post has them
        for (var y = 40; y < 1360; y += 22)
        {
            for (var x = 60; x < 1150;)
            {
                var width = random.Next(14, 90);
                paint.Color = new SKColor((uint)random.Next() | 0xff000000);
                canvas.DrawRect(x, y, width, 12, paint);
                x += width + 8;
            }
        }

        using var encoded = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
        var jpeg = encoded.ToArray();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(jpeg));
        File.WriteAllBytes(Path.Combine(folder, sha256), jpeg);
        return sha256;
    }

    private static ExhibitBlock Exhibit(int number, string sha256) => new(
        $"Exhibit {number}",
        new Link("#i1", [new TextRun("Back to the item")]),
        [
            new Particular("Item", [new TextRun($"{number}, https://perch.example/p/{number}")]),
            new Particular("Seen", [new TextRun("Tuesday 5 January 2021, 17:00 PST (Wednesday 6 January 2021, 01:00 UTC)")]),
            new Particular("SHA-256", [new HashRun(sha256)]),
            new Particular("Excerpt", [new TextRun("Words, and more words, as a post would have them.")], Quoted: true),
        ],
        new ExhibitPicture(sha256, "image/jpeg", 1280, 1400, "Screenshot"))
    {
        Anchor = $"x{number}",
    };

    private static NoticeDocument Document(IReadOnlyList<Block> blocks) => new()
    {
        Language = "en",
        Subject = "A notice with exhibits",
        Reference = "N-2021-0036",
        KindName = "Notice of suspension",
        PageLabel = "Page {page} of {pages}",
        Letterhead = new Letterhead("Example Cloud", "Abuse Desk", ["400 Example Avenue"]),
        CompiledAt = Instant.FromUtc(2021, 1, 10, 1, 30),
        Blocks = blocks,
    };

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
