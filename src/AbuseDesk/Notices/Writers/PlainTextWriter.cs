using System.Text;
using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Writers;

/// <summary>A notice as plain text of at most 76 columns, with labels in a hanging column. The same tree gives the same text.</summary>
public sealed class PlainTextWriter
{
    private const int Width = 76;
    private const int Hang = 17;
    private readonly StringBuilder text = new();
    private readonly TextInlines inlines = new();

    private PlainTextWriter()
    {
    }

    /// <returns>The text, lines ended by LF; pictures are named, not shown.</returns>
    public static string Write(NoticeDocument document)
    {
        var writer = new PlainTextWriter();
        writer.Line(0, document.Letterhead.Name);
        foreach (var line in TextLines.Wrap($"{document.Letterhead.Unit} · {string.Join('\n', document.Letterhead.Lines)}", Width))
            writer.Line(0, line);
        writer.Line(0, "");
        foreach (var block in document.Blocks)
            writer.Add(block);
        writer.AddNotes();
        return writer.text.ToString().Replace('\u00a0', ' ').Replace('\u202f', ' ').TrimEnd('\n') + "\n";
    }

    private void Add(Block block)
    {
        switch (block)
        {
            case TitleBlock title:
                Title(inlines.Write(title.Content), '=');
                break;
            case AnnexBlock annex:
                Title($"{annex.Label}: {annex.Title}", '=');
                break;
            case HeadingBlock heading:
                text.Append('\n');
                Labelled(heading.Number, inlines.Write(heading.Content));
                break;
            case ParagraphBlock paragraph:
                Add(paragraph);
                break;
            case QuoteBlock quote:
                Add(quote);
                break;
            case TableBlock table:
                Add(table);
                break;
            case ChartBlock chart:
                Add(chart);
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
        var label = paragraph.Verdict is null ? paragraph.Label : $"{paragraph.Label}\n{paragraph.Verdict}";
        Labelled(label, inlines.Write(paragraph.Content), spaceAfter: !paragraph.Tight);
    }

    private void Add(QuoteBlock quote)
    {
        if (quote.VersionLine is { } version)
            Lines(Hang, inlines.Write(version), "");
        foreach (var line in quote.Lines)
            Lines(Hang, $"{line.Marker}{(line.Marker is null ? "" : "\u00a0")}{inlines.Write(line.Content)}", "| ");
        text.Append('\n');
    }

    private void Add(TableBlock table)
    {
        if (table.Caption is { } caption)
            Lines(0, $"{caption.Number} {inlines.Write(caption.Content)}", "");
        foreach (var line in new TextTable(table, inlines, Width).Write())
            Line(0, line);
        text.Append('\n');
    }

    private void Add(ChartBlock chart)
    {
        Lines(0, $"{chart.Caption.Number} {inlines.Write(chart.Caption.Content)}", "");
        Line(0, $"# {chart.Legend.StillUp}   - {chart.Legend.Removed}");
        var label = chart.Weeks.Max(week => week.Label.Length);
        foreach (var week in chart.Weeks)
            Line(0, $"{week.Label.PadLeft(label)}  {$"{week.StillUp + week.Removed}",4}  {new string('#', week.StillUp)}{new string('-', week.Removed)}");
        foreach (var mark in chart.Events)
            Line(0, $"{mark.Date.PadLeft(label)}  {mark.Word}");
        text.Append('\n');
    }

    private void Add(SignatureBlock signature)
    {
        text.Append('\n');
        Line(Hang, signature.Organisation);
        text.Append('\n');
        foreach (var signatory in signature.Signatories)
            Labelled(signatory.Label, $"{signatory.Name}\n{signatory.Role}");
    }

    private void Add(ExhibitBlock exhibit)
    {
        Line(0, new string('-', Width));
        Line(0, $"{exhibit.Title}   ({inlines.Write([exhibit.Back])})");
        text.Append('\n');
        foreach (var particular in exhibit.Particulars)
            Labelled(particular.Label, inlines.Write(particular.Content), spaceAfter: false);
        Labelled(null, $"[{exhibit.Picture.Description}]");
    }

    private void AddNotes()
    {
        for (var i = 0; i < inlines.Notes.Count; i++)
            Line(0, $"[{i + 1}] {inlines.Notes[i]}");
    }

    private void Title(string title, char rule)
    {
        text.Append('\n');
        var lines = TextLines.Wrap(title, Width);
        foreach (var line in lines)
            Line(0, line);
        Line(0, new string(rule, lines.Max(line => line.Length)));
        text.Append('\n');
    }

    private void Labelled(string? label, string content, bool spaceAfter = true)
    {
        var labels = label is null ? [] : TextLines.Wrap(label, Hang - 1);
        var lines = TextLines.Wrap(content, Width - Hang);
        for (var i = 0; i < Math.Max(labels.Count, lines.Count); i++)
            Line(0, (i < labels.Count ? labels[i] : "").PadRight(Hang) + (i < lines.Count ? lines[i] : ""));
        if (spaceAfter)
            text.Append('\n');
    }

    private void Lines(int indent, string content, string prefix)
    {
        foreach (var line in TextLines.Wrap(content, Width - indent - prefix.Length))
            Line(indent, prefix + line);
    }

    private void Line(int indent, string line) => text.Append((new string(' ', indent) + line).TrimEnd(' ')).Append('\n');
}
