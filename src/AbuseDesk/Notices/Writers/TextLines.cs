namespace AbuseDesk.Notices.Writers;

/// <summary>Breaks text into lines. U+00A0 never breaks, a line feed always does.</summary>
internal static class TextLines
{
    /// <param name="text">The text.</param>
    /// <param name="width">Columns; a longer word (a URL) is cut, after a slash where there is one.</param>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Cut(word, width)))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > width)
                {
                    lines.Add(line);
                    line = "";
                }
                line += line.Length == 0 ? word : " " + word;
            }
            lines.Add(line);
        }
        return lines;
    }

    private static IEnumerable<string> Cut(string word, int width)
    {
        while (word.Length > width)
        {
            var slash = word.LastIndexOf('/', width - 1);
            var length = slash > 0 ? slash + 1 : width;
            yield return word[..length];
            word = word[length..];
        }
        yield return word;
    }

    /// <summary>Columns that the longest piece without a break takes.</summary>
    public static int LongestWord(string text) => text.Split(' ', '\n').Max(word => word.Length);

    /// <summary>Columns that the longest line takes if nothing is broken.</summary>
    public static int LongestLine(string text) => text.Split('\n').Max(line => line.Length);
}
