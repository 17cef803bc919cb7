using System.Globalization;
using System.Text;
using AbuseDesk.Notices.Document;
using static AbuseDesk.Notices.Writers.HtmlInlines;

namespace AbuseDesk.Notices.Writers;

/// <summary>
/// A notice as HTML mail: inline styles, nothing from outside, no pictures (the PDF is attached). The same tree gives
/// the same text.
/// </summary>
public sealed class HtmlMailWriter
{
    private readonly StringBuilder html = new();
    private bool inGroup;

    private HtmlMailWriter()
    {
    }

    /// <returns>A whole HTML document, UTF-8, lines ended by LF.</returns>
    public static string Write(NoticeDocument document)
    {
        var writer = new HtmlMailWriter();
        writer.html.Append($"""
            <!doctype html>
            <html lang="{Escape(document.Language)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark">
            <title>{Escape(document.Subject)}</title>
            <style>{HtmlStyle.Sheet}</style>
            </head>
            <body style="{HtmlStyle.Body}">
            <div style="{HtmlStyle.Page}">
            <p class="a" style="{HtmlStyle.Brand}">{Escape(document.Letterhead.Name)}</p>
            <p class="q" style="{HtmlStyle.Address}">{Escape(document.Letterhead.Unit)} · {string.Join("<br>", document.Letterhead.Lines.Select(Escape))}</p>

            """.ReplaceLineEndings("\n"));
        foreach (var block in document.Blocks)
            writer.Add(block);
        return writer.html.Append("</div>\n</body>\n</html>\n").ToString();
    }

    private void Add(Block block)
    {
        switch (block)
        {
            case TitleBlock title:
                Line("h1", HtmlStyle.Title, Text(title.Content), title.Anchor);
                break;
            case AnnexBlock annex:
                Line("h2", HtmlStyle.Heading, $"{Numbered(annex.Label)}{Escape(annex.Title)}", annex.Anchor);
                break;
            case HeadingBlock heading:
                Line($"h{heading.Level + 1}", HtmlStyle.Heading, $"{Numbered(heading.Number)}{Text(heading.Content)}", heading.Anchor);
                break;
            case ParagraphBlock paragraph:
                Add(paragraph);
                break;
            case QuoteBlock quote:
                Add(quote);
                break;
            case TableBlock table:
                Add(table.Caption);
                html.Append(HtmlTable.Write(table));
                break;
            case ChartBlock chart:
                Add(chart.Caption);
                html.Append(HtmlTable.Write(chart));
                break;
            case SignatureBlock signature:
                Add(signature);
                break;
            case ExhibitBlock exhibit:
                Add(exhibit);
                break;
        }
    }

    private void Add(ParagraphBlock paragraph)
    {
        var grouped = paragraph.Tight || inGroup;
        inGroup = paragraph.Tight;
        var label = paragraph.Label switch
        {
            null => "",
            var text when grouped => Label(HtmlStyle.GroupLabel, Escape(text)) + " ",
            var text when char.IsAsciiDigit(text[0]) => Label(HtmlStyle.NumberLabel, Escape(text)),
            var text => Label(HtmlStyle.Label, Escape(text) + Verdict(paragraph.Verdict)),
        };
        Line("p", paragraph.Tight ? HtmlStyle.Tight : HtmlStyle.Paragraph, label + Text(paragraph.Content), paragraph.Anchor);
    }

    private void Add(QuoteBlock quote)
    {
        if (quote.VersionLine is { } version)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"q\" style=\"{HtmlStyle.Version}\">{Text(version)}</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<blockquote class=\"r\" style=\"{HtmlStyle.Quote}\">");
        foreach (var line in quote.Lines)
        {
            var marker = line.Marker is null ? "" : $"{Escape(line.Marker)} ";
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"{(line.Marker is null ? HtmlStyle.QuoteLine : HtmlStyle.SubClause)}\">{marker}{Text(line.Content)}</p>");
        }
        html.Append("</blockquote>\n");
    }

    private void Add(Caption? caption)
    {
        if (caption is not null)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"q\" style=\"{HtmlStyle.Caption}\"><strong>{Escape(caption.Number)}</strong> {Text(caption.Content)}</p>\n");
    }

    private void Add(SignatureBlock signature)
    {
        Line("p", HtmlStyle.Title, Escape(signature.Organisation), signature.Anchor);
        foreach (var signatory in signature.Signatories)
            Line("p", HtmlStyle.Paragraph, $"{Label(HtmlStyle.Label, Escape(signatory.Label))}{Escape(signatory.Name)}<br>{Escape(signatory.Role)}", null);
    }

    private void Add(ExhibitBlock exhibit)
    {
        html.Append(CultureInfo.InvariantCulture, $"<hr class=\"r\" style=\"{HtmlStyle.Rule}\">\n");
        Line("h3", HtmlStyle.Heading, $"{Escape(exhibit.Title)} · {Text([exhibit.Back])}", exhibit.Anchor);
        var lines = exhibit.Particulars.Select(particular => $"<b class=\"q\">{Escape(particular.Label)}</b> {Text(particular.Content)}");
        Line("p", HtmlStyle.Particulars, string.Join("<br>\n", lines), null);
        Line("p", HtmlStyle.Picture, $"[{Escape(exhibit.Picture.Description)}]", null);
    }

    private void Line(string tag, string style, string content, string? anchor) =>
        html.Append(CultureInfo.InvariantCulture, $"<{tag}{HtmlTable.Anchor(anchor)} style=\"{style}\">{content}</{tag}>\n");

    private static string Text(IEnumerable<Inline> runs) => HtmlInlines.Write(runs);

    private static string Label(string style, string content) => $"<span class=\"q\" style=\"{style}\">{content}</span>";

    private static string Numbered(string? number) =>
        number is null ? "" : $"<span class=\"a\" style=\"{HtmlStyle.Number}\">{Escape(number)}</span> ";

    private static string Verdict(string? verdict) =>
        verdict is null ? "" : $" · <span style=\"{HtmlStyle.Verdict}\">{Escape(verdict)}</span>";
}
