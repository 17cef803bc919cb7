using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace AbuseDesk.Notices.Changes;

/// <summary>A paragraph of the compiled text.</summary>
/// <param name="Ordinal">1 for the first; what people type.</param>
/// <param name="Label">The number that it prints, as 1.2; null where it prints none.</param>
/// <param name="Text">As it stands in the text, line breaks and all.</param>
/// <param name="Words">Its words on one line, without the label.</param>
/// <param name="Sha256">Of the words: the same words are the same paragraph, wherever they stand and however their lines break.</param>
public sealed record TextParagraph(int Ordinal, string? Label, string Text, string Words, string Sha256);

/// <summary>The paragraphs of a compiled text: what blank lines part. Pure.</summary>
public static partial class TextParagraphs
{
    public static IReadOnlyList<TextParagraph> Of(string text)
    {
        var found = new List<TextParagraph>();
        foreach (var part in BlankLine().Split(text.ReplaceLineEndings("\n")))
        {
            var words = string.Join(' ', TextChanges.Split(part));
            if (words.Length == 0)
                continue;
            var label = Label().Match(words);
            var unlabelled = label.Success ? words[label.Length..] : words;
            found.Add(new TextParagraph(
                found.Count + 1, label.Success ? label.Groups[1].Value : null, part.Trim('\n'), unlabelled,
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(unlabelled)))));
        }

        return found;
    }

    [GeneratedRegex(@"\n(?:[ \t]*\n)+")]
    private static partial Regex BlankLine();

    // a paragraph that moves up by one prints another number and says the same
    [GeneratedRegex(@"^(\d+(?:\.\d+)+) ")]
    private static partial Regex Label();
}
