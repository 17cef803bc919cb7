using System.Text.RegularExpressions;

namespace AbuseDesk.Notices.Templates;

/// <summary>How large a template and what it makes may be: whatever somebody types, it ends soon and in a sentence.</summary>
public static partial class TemplateLimits
{
    /// <summary>Characters of a template.</summary>
    public const int Text = 200_000;

    private const int Depth = 40;
    private const int Tag = 2_000;

    /// <summary>Statements that a notice of so many items may take: far more than any that reads well.</summary>
    public static int Steps(int items) => 100_000 + 1_000 * items;

    /// <summary>Characters of the Markdown that a notice of so many items may make.</summary>
    public static int Output(int items) => 1_000_000 + 10_000 * items;

    /// <summary>Refuses what a parser would go too deep into.</summary>
    /// <exception cref="DeskException">The text is too long, nests too deeply or has an endless tag.</exception>
    public static void Check(string display, string text)
    {
        if (text.Length > Text)
            throw new DeskException($"{display}: it has {text.Length:N0} characters, and {Text:N0} are the most; shorten it.");
        var depth = 0;
        foreach (Match tag in Tags().Matches(text))
        {
            if (tag.Length > Tag)
                throw new DeskException($"{display}, line {LineOf(text, tag.Index)}: a tag has more than {Tag:N0} characters; close it earlier.");
            depth += !tag.Groups["opens"].Success ? 0 : tag.Groups["opens"].Value.StartsWith("end", StringComparison.Ordinal) ? -1 : 1;
            if (depth > Depth)
                throw new DeskException($"{display}, line {LineOf(text, tag.Index)}: more than {Depth} tags stand inside each other; nest fewer.");
        }
    }

    private static int LineOf(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;

    [GeneratedRegex(@"\{%-?\s*(?<opens>(?:end)?(?:if|unless|for|case|capture|tablerow|comment|raw|liquid)\b)?.*?%\}|\{\{.*?\}\}", RegexOptions.Singleline)]
    private static partial Regex Tags();
}
