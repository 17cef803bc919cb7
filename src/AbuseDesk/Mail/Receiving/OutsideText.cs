using System.Text;

namespace AbuseDesk.Mail.Receiving;

/// <summary>Text that somebody else wrote, made fit for a table: whole characters, no control characters, not too long.</summary>
internal static class OutsideText
{
    /// <summary>On one line.</summary>
    public static string Line(string? text, int longest = 500) => Cut(Filter(text, _ => false, ' '), longest).Trim();

    /// <summary>With its lines.</summary>
    public static string Lines(string? text, int longest) => Cut(Filter((text ?? "").ReplaceLineEndings("\n"), c => c is '\n' or '\t', null).Trim(), longest);

    private static string Filter(string? text, Func<char, bool> kept, char? otherwise)
    {
        var clean = new StringBuilder();
        // half a pair of surrogates becomes the sign for what cannot be read
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            var unprintable = Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029;
            if (!unprintable || rune.IsBmp && kept((char)rune.Value)) clean.Append(rune.ToString());
            else if (otherwise is { } sign) clean.Append(sign);
        }

        return clean.ToString();
    }

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
