using System.Text;
using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Templates.Reading;

/// <summary>Small operations on runs of text.</summary>
internal static class Runs
{
    /// <summary>Joins neighbouring texts, keeps together what belongs together, and trims both ends.</summary>
    public static IReadOnlyList<Inline> Tidy(IEnumerable<Inline> runs, KeepTogether keep)
    {
        var tidy = new List<Inline>();
        foreach (var run in runs)
        {
            if (run is TextRun text && tidy is [.., TextRun before])
                tidy[^1] = new TextRun(before.Value + text.Value);
            else
                tidy.Add(run);
        }
        return [.. tidy
            .Select((run, i) => run is TextRun text ? new TextRun(keep.Join(AtBreaks(text.Value, tidy, i))) : run)
            .Where(run => run is not TextRun { Value: "" })];
    }

    /// <summary>The words alone.</summary>
    public static string PlainText(IEnumerable<Inline> runs)
    {
        var text = new StringBuilder();
        foreach (var run in runs)
        {
            text.Append(run switch
            {
                TextRun words => words.Value,
                Strong strong => PlainText(strong.Content),
                Emphasis emphasis => PlainText(emphasis.Content),
                Cited cited => PlainText(cited.Content),
                Link link => PlainText(link.Content),
                HashRun hash => hash.Sha256,
                LineBreak => " ",
                _ => "",
            });
        }
        return text.ToString();
    }

    /// <summary>Cuts a number of characters off the first text.</summary>
    public static IReadOnlyList<Inline> Skip(IReadOnlyList<Inline> runs, int characters) =>
        runs is [TextRun first, ..] && first.Value.Length > characters
            ? [new TextRun(first.Value[characters..]), .. runs.Skip(1)]
            : [.. runs.Skip(1)];

    /// <summary>The same runs with quoted words as ordinary ones.</summary>
    public static IReadOnlyList<Inline> WithoutCites(IReadOnlyList<Inline> runs) =>
        [.. runs.SelectMany(run => run is Cited cited ? cited.Content : [run])];

    // no space before or after a forced line break
    private static string AtBreaks(string text, List<Inline> runs, int i)
    {
        if (i + 1 < runs.Count && runs[i + 1] is LineBreak)
            text = text.TrimEnd(' ');
        return i > 0 && runs[i - 1] is LineBreak ? text.TrimStart(' ') : text;
    }
}
