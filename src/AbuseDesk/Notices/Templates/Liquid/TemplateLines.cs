using System.Text.RegularExpressions;

namespace AbuseDesk.Notices.Templates.Liquid;

/// <summary>
/// Says on which line of the file a piece of Liquid stands. The parser keeps no positions, so the pieces are looked for
/// in the order of the text, each from where the one before was found.
/// </summary>
internal sealed class TemplateLines(string display, string body, int linesBefore)
{
    private int position;

    /// <summary>"templates/notices/en/suspension.md, line 41, column 7".</summary>
    public string Find(string piece)
    {
        var pattern = new Regex($@"(?<![\w.]){Regex.Escape(piece)}(?![\w.])");
        var match = pattern.Match(body, position);
        if (!match.Success)
            return At(position);
        position = match.Index + match.Length;
        return At(match.Index);
    }

    public string At(int offset)
    {
        var before = body.AsSpan(0, offset);
        return $"{display}, line {linesBefore + 1 + before.Count('\n')}, column {offset - before.LastIndexOf('\n')}";
    }
}
