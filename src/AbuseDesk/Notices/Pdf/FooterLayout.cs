using System.Globalization;
using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Pdf;

/// <summary>Reference and kind at the left of every page's foot, its number at the right.</summary>
internal sealed class FooterLayout
{
    private readonly Line _reference;
    private readonly Line _kind;
    private readonly List<Line> _numbers;

    public FooterLayout(Typesetter setter, NoticeDocument document, int pages)
    {
        _reference = setter.Word(document.Reference, PdfStyle.Footer);
        _kind = setter.Word(document.KindName, PdfStyle.Footer);
        _numbers = [.. Enumerable.Range(1, pages).Select(page => setter.Word(Label(document.PageLabel, page, pages), PdfStyle.Footer))];
    }

    public void Draw(Painter painter, int page)
    {
        var baseline = PdfStyle.FooterTop + PdfStyle.Footer.Baseline;
        painter.Text(_reference, PdfStyle.TextLeft, baseline);
        painter.Text(_kind, PdfStyle.TextLeft + _reference.Width + PdfStyle.Footer.Size * 0.75f, baseline);
        painter.TextRight(_numbers[page], PdfStyle.Right, baseline);
    }

    private static string Label(string format, int page, int pages) => format
        .Replace("{page}", page.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{pages}", pages.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
