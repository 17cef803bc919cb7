using System.Text;

namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// Takes out what must not steer the typesetting: controls, soft hyphens and directional overrides, which quoted
/// content can use to make a line read as something else. The isolates stay that were put around facts (<see cref="Bidi"/>).
/// </summary>
internal static class TextCleaning
{
    public static string Clean(string text)
    {
        if (!text.Any(c => IsDropped(c) || c == '\t' || char.IsSurrogate(c))) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\t') clean.Append(' ');
            else if (!rune.IsBmp || !IsDropped((char)rune.Value)) clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    private static bool IsDropped(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\t')) || c is '\u00ad' or '\ufeff' or '\u061c' or '\u200e' or '\u200f'
            or (>= '\u202a' and <= '\u202e') or '\u2066' or '\u2067';
}
