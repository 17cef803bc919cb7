using UglyToad.PdfPig;

namespace AbuseDesk.EndToEnd.Demo;

/// <summary>The words of a PDF, read back.</summary>
public static class NoticeText
{
    /// <summary>One string a page, with one space between words.</summary>
    public static IReadOnlyList<string> Pages(string path)
    {
        using var pdf = PdfDocument.Open(path);
        return [.. pdf.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text)))];
    }
}
