using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Templates.Reading;

/// <summary>A caption: its number in bold, then its words.</summary>
internal static class Captions
{
    public static Caption Read(IReadOnlyList<Inline> content, InlineReader inlines) => content is [Strong number, ..]
        ? new Caption(Runs.PlainText(number.Content), TrimStart([.. content.Skip(1)]))
        : throw inlines.Error($"the caption '{Runs.PlainText(content)}' starts with its number in bold, as in '**Table 1.** Batches'.");

    private static IReadOnlyList<Inline> TrimStart(IReadOnlyList<Inline> words) =>
        words is [TextRun first, ..] ? [new TextRun(first.Value.TrimStart(' ')), .. words.Skip(1)] : words;
}
