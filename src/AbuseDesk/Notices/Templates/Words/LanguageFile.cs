namespace AbuseDesk.Notices.Templates.Words;

/// <summary>The words that every notice of a language shares: <c>notices/en/language.yml</c>.</summary>
public sealed record LanguageFile
{
    /// <summary>"Page {page} of {pages}".</summary>
    public string Page { get; init; } = "";

    /// <summary>"and", before the last of a list.</summary>
    public string And { get; init; } = "";

    /// <summary>"to", in ranges such as "1 to 8".</summary>
    public string To { get; init; } = "";

    /// <summary>"one" to "twelve"; larger numbers are written in figures.</summary>
    public List<string> Numbers { get; init; } = [];

    /// <summary>True where nought is followed by the singular, as in French.</summary>
    public bool ZeroIsSingular { get; init; }

    /// <summary>Between groups of three digits, from 10,000 on: a comma in English.</summary>
    public string Thousands { get; init; } = "";

    /// <summary>Before the decimals: a point in English.</summary>
    public string Decimals { get; init; } = ".";

    /// <summary>Marks before which a space that is typed becomes a narrow one that never breaks: ";!?" in French.</summary>
    public string NarrowSpaceBefore { get; init; } = "";

    /// <summary>Marks before which a space never breaks: ":»" in French.</summary>
    public string NoBreakBefore { get; init; } = "";

    /// <summary>Marks after which a space never breaks: "«" in French.</summary>
    public string NoBreakAfter { get; init; } = "";

    /// <summary>Words that never part at the end of a line; "#" stands for a number or a letter: "clause #", "# of #".</summary>
    public List<string> KeepTogether { get; init; } = [];

    /// <summary>Names of the record in words: "still_up" is "still available".</summary>
    public Dictionary<string, string> Words { get; init; } = [];

    /// <summary>What the record and the time zone database say in English, in this language: "Vienna" is "Wien". Others stay as they are.</summary>
    public Dictionary<string, string> Phrases { get; init; } = [];

    /// <summary>The words for a name of the record.</summary>
    /// <exception cref="DeskException">The language has none.</exception>
    public string Word(string name) => Words.TryGetValue(name, out var word)
        ? word
        : throw new DeskException($"The language file has no words for '{name}'; add them to language.yml under 'words'.");

    /// <summary>Reads the file.</summary>
    /// <exception cref="DeskException">The file is missing, has an unknown key or lacks one.</exception>
    internal static LanguageFile Read(string display, string text)
    {
        var file = YamlText.Read<LanguageFile>(display, text);
        var missing = file switch
        {
            { Page: "" } => "page",
            { And: "" } => "and",
            { To: "" } => "to",
            _ => null,
        };
        return missing is null ? file : throw new DeskException($"{display}: the key '{missing}' is missing; add it.");
    }
}
