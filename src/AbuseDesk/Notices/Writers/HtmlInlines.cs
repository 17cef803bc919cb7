using System.Text;
using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Writers;

/// <summary>Runs as HTML; every word is escaped.</summary>
internal static class HtmlInlines
{
    public static string Write(IEnumerable<Inline> runs)
    {
        var html = new StringBuilder();
        foreach (var run in runs)
            html.Append(Write(run));
        return html.ToString();
    }

    /// <summary>Text as it may stand between tags and in quoted attributes.</summary>
    public static string Escape(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                '\u00a0' => html.Append("&nbsp;"),
                _ => html.Append(c),
            };
        }
        return html.ToString();
    }

    private static string Write(Inline run) => run switch
    {
        TextRun words => Escape(words.Value),
        Strong strong => $"<strong>{Write(strong.Content)}</strong>",
        Emphasis emphasis => $"<em>{Write(emphasis.Content)}</em>",
        Link link => $"<a href=\"{Escape(link.Target)}\" class=\"a\" style=\"{HtmlStyle.Link}\">{Write(link.Content)}</a>",
        HashRun hash => $"<span style=\"{HtmlStyle.Hash}\">{string.Join(" ", hash.Sha256.Chunk(8).Select(group => new string(group)))}</span>",
        LineBreak => "<br>",
        _ => "",
    };
}
