using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Pdf;

/// <summary>The words of inlines, for the outline of the file.</summary>
internal static class PlainText
{
    public static string Of(IReadOnlyList<Inline> content) => string.Concat(content.Select(Of));

    private static string Of(Inline inline) => inline switch
    {
        TextRun run => run.Value.Replace('\u00a0', ' ').Replace('\u202f', ' '),
        Strong strong => Of(strong.Content),
        Emphasis emphasis => Of(emphasis.Content),
        Link link => Of(link.Content),
        LineBreak => " ",
        HashRun hash => hash.Sha256,
        _ => "",
    };
}
