using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace AbuseDesk.Tests.Notices.Pdf;

/// <summary>Reads a PDF back the way other programs do.</summary>
internal static partial class PdfText
{
    public static IReadOnlyList<string> Pages(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(Text)];
    }

    /// <summary>Letters in the order of the file, with single spaces.</summary>
    public static string Text(Page page) =>
        Spaces().Replace(string.Join(" ", Lines(page).Select(line => string.Concat(line.Select(letter => letter.Value)))), " ");

    /// <summary>Letters that follow each other on one baseline.</summary>
    public static IEnumerable<IReadOnlyList<Letter>> Lines(Page page)
    {
        var line = new List<Letter>();
        foreach (var letter in page.Letters)
        {
            if (line.Count > 0 && Math.Abs(line[^1].StartBaseLine.Y - letter.StartBaseLine.Y) > 0.5)
            {
                yield return line;
                line = [];
            }

            line.Add(letter);
        }

        if (line.Count > 0) yield return line;
    }

    [GeneratedRegex(@"[\s\u00a0]+")]
    private static partial Regex Spaces();
}
