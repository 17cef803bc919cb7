using System.Text;
using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Writers;

/// <summary>Runs as plain text; links to the outside become numbered notes at the end.</summary>
internal sealed class TextInlines
{
    private readonly List<string> notes = [];

    /// <summary>The targets of the notes, in the order of their numbers.</summary>
    public IReadOnlyList<string> Notes => notes;

    public string Write(IEnumerable<Inline> runs)
    {
        var text = new StringBuilder();
        foreach (var run in runs)
            text.Append(Write(run));
        return text.ToString();
    }

    private string Write(Inline run) => run switch
    {
        TextRun words => words.Value,
        Strong strong => Write(strong.Content),
        Emphasis emphasis => Write(emphasis.Content),
        Link link => Write(link.Content) + Note(link.Target),
        HashRun hash => string.Join(' ', hash.Sha256.Chunk(8).Select(group => new string(group))),
        LineBreak => "\n",
        _ => "",
    };

    // what a link inside the document points at is named by its words
    private string Note(string target)
    {
        if (target.StartsWith('#'))
            return "";
        if (!notes.Contains(target))
            notes.Add(target);
        return $"\u00a0[{notes.IndexOf(target) + 1}]";
    }
}
