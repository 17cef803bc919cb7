using System.Globalization;
using System.Text;
using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Writers;

/// <summary>Tables and charts of HTML mail; a chart is a table of its figures with bars, since mail shows no drawings.</summary>
internal static class HtmlTable
{
    // styles stand on rows, not on cells: a table of items would else be mostly style
    public static string Write(TableBlock table)
    {
        var html = new StringBuilder($"<div style=\"{HtmlStyle.Scroll}\"><table cellpadding=\"4\" style=\"{HtmlStyle.Table}\"{Anchor(table.Anchor)}>\n");
        if (table.Head is { } head)
            html.Append(CultureInfo.InvariantCulture, $"<thead>{Row(table, head, "th", HtmlStyle.Head)}</thead>\n");
        html.Append("<tbody>\n");
        foreach (var row in table.Rows)
            html.Append(Row(table, row, "td", row.Sum ? HtmlStyle.SumRow : HtmlStyle.Row)).Append('\n');
        return html.Append("</tbody></table></div>\n").ToString();
    }

    public static string Write(ChartBlock chart)
    {
        var longest = Math.Max(1, chart.Weeks.Max(week => week.StillUp + week.Removed));
        string Bar(int count, string style) => $"<span style=\"{style};width:{count * 180 / longest}px\"></span>";

        var html = new StringBuilder($"<table cellpadding=\"4\" style=\"{HtmlStyle.Table}\">\n<thead><tr style=\"{HtmlStyle.Head}\"><th></th>");
        foreach (var (name, style) in new[] { (chart.Legend.StillUp, HtmlStyle.StillUpBar), (chart.Legend.Removed, HtmlStyle.RemovedBar) })
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" align=\"right\">{HtmlInlines.Escape(name)} <span style=\"{style};width:8px\"></span></th>");
        html.Append("<th></th></tr></thead>\n<tbody>\n");
        foreach (var week in chart.Weeks)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{HtmlInlines.Escape(week.Label)}</td><td align=\"right\">{week.StillUp}</td><td align=\"right\">{week.Removed}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td width=\"190\">{Bar(week.StillUp, HtmlStyle.StillUpBar)}{Bar(week.Removed, HtmlStyle.RemovedBar)}</td></tr>\n");
        }
        return html.Append(CultureInfo.InvariantCulture, $"</tbody></table>\n<p style=\"{HtmlStyle.Paragraph}\">{HtmlInlines.Escape(chart.Description)}</p>\n").ToString();
    }

    /// <summary>An id attribute, or nothing.</summary>
    public static string Anchor(string? anchor) => anchor is null ? "" : $" id=\"{HtmlInlines.Escape(anchor)}\"";

    private static string Row(TableBlock table, TableRow row, string tag, string style)
    {
        var html = new StringBuilder($"<tr{Anchor(row.Anchor)} class=\"r\" valign=\"{(tag == "th" ? "bottom" : "top")}\" style=\"{style}\">");
        var column = 0;
        foreach (var cell in row.Cells)
        {
            var align = cell.Span == 1 && table.Columns[column].Align == Align.Right ? "right" : tag == "th" ? "left" : null;
            html.Append('<').Append(tag);
            html.Append(tag == "th" ? " scope=\"col\"" : "");
            html.Append(align is null ? "" : $" align=\"{align}\"");
            html.Append(cell.Span > 1 ? $" colspan=\"{cell.Span}\"" : "");
            html.Append('>').Append(HtmlInlines.Write(cell.Content));
            if (cell.Excerpt is { } excerpt)
                html.Append(CultureInfo.InvariantCulture, $"<br><span style=\"{HtmlStyle.Excerpt}\">{HtmlInlines.Write(excerpt)}</span>");
            html.Append(CultureInfo.InvariantCulture, $"</{tag}>");
            column += cell.Span;
        }
        return html.Append("</tr>").ToString();
    }
}
