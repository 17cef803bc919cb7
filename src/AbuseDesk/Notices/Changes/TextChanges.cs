using System.Text.RegularExpressions;

namespace AbuseDesk.Notices.Changes;

/// <summary>What became of some words: nothing, struck, or new.</summary>
public enum Change
{
    Kept,
    Struck,
    Added,
}

/// <summary>Words in a row that fared alike.</summary>
public sealed record ChangedWords(Change Change, string Text);

/// <summary>
/// The passages in which two versions of a text differ, word by word: paragraphs are paired first, then the words within
/// those that changed. Pure; line breaks count as spaces.
/// </summary>
public static partial class TextChanges
{
    // the neighbourhood that is shown around a change
    private const int Context = 8;

    public static IReadOnlyList<IReadOnlyList<ChangedWords>> Between(string older, string newer)
    {
        var passages = new List<IReadOnlyList<ChangedWords>>();
        List<string> struck = [], added = [];
        foreach (var (change, paragraph) in Sequences.Compare(Paragraphs(older), Paragraphs(newer)))
        {
            if (change == Change.Struck) struck.Add(paragraph);
            else if (change == Change.Added) added.Add(paragraph);
            else Pair(struck, added, passages);
        }

        Pair(struck, added, passages);
        return passages;
    }

    // a run of struck paragraphs and the run that took their place are the same paragraphs, reworded, in the same order
    private static void Pair(List<string> struck, List<string> added, List<IReadOnlyList<ChangedWords>> passages)
    {
        for (var index = 0; index < Math.Max(struck.Count, added.Count); index++)
            passages.Add(Words(struck.ElementAtOrDefault(index) ?? "", added.ElementAtOrDefault(index) ?? ""));
        struck.Clear();
        added.Clear();
    }

    /// <summary>One paragraph or sentence, word by word; long stretches that both share are shortened.</summary>
    public static IReadOnlyList<ChangedWords> Words(string older, string newer)
    {
        var runs = new List<(Change Change, List<string> Words)>();
        foreach (var (change, word) in Sequences.Compare(Split(older), Split(newer)))
        {
            if (runs.Count == 0 || runs[^1].Change != change) runs.Add((change, []));
            runs[^1].Words.Add(word);
        }

        return [.. runs.Select((run, index) => new ChangedWords(run.Change, run.Change == Change.Kept ? Shorten(run.Words, index > 0, index < runs.Count - 1) : string.Join(' ', run.Words)))];
    }

    private static string Shorten(List<string> words, bool after, bool before)
    {
        var room = (after ? Context : 0) + (before ? Context : 0);
        if (words.Count <= room + 1) return string.Join(' ', words);
        var head = after ? words.Take(Context) : [];
        var tail = before ? words.TakeLast(Context) : [];
        return string.Join(' ', [.. head, "…", .. tail]);
    }

    private static string[] Paragraphs(string text) =>
        [.. BlankLine().Split(text.ReplaceLineEndings("\n")).Select(paragraph => string.Join(' ', Split(paragraph))).Where(paragraph => paragraph.Length > 0)];

    // the rules that plain text draws with signs are no words
    internal static string[] Split(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length < 4 || word.Any(sign => sign is not ('-' or '=' or '_' or '*')))];

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex BlankLine();
}
