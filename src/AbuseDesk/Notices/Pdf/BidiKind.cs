using System.Globalization;
using System.Text;
using HarfBuzzSharp;

namespace AbuseDesk.Notices.Pdf;

/// <summary>What a character does to the direction of a line: the classes of UAX #9 that reach the page.</summary>
internal enum BidiKind
{
    Left,
    Right,
    ArabicLetter,
    Number,
    ArabicNumber,

    /// <summary>Plus and minus.</summary>
    NumberSign,

    /// <summary>Per cent, currencies, degrees: what belongs to the number beside it.</summary>
    NumberUnit,

    /// <summary>Points, commas, colons and slashes between digits.</summary>
    NumberSeparator,
    Mark,
    Neutral,
    LineEnd,
}

internal static class BidiKinds
{
    public static BidiKind Of(Rune rune)
    {
        var c = rune.Value;
        return c switch
        {
            '\n' => BidiKind.LineEnd,
            '+' or '-' or 0x207a or 0x207b or 0x2212 or 0xff0b or 0xff0d => BidiKind.NumberSign,
            ',' or '.' or '/' or ':' or 0x00a0 or 0x060c or 0x202f or 0x2044 or 0xff0c or 0xff0e or 0xff0f or 0xff1a => BidiKind.NumberSeparator,
            '#' or '%' or 0x00b0 or 0x00b1 or 0x066a or 0x0609 or 0x060a or (>= 0x2030 and <= 0x2034) or 0xff03 or 0xff05 => BidiKind.NumberUnit,
            (>= '0' and <= '9') or 0x00b2 or 0x00b3 or 0x00b9 or (>= 0x06f0 and <= 0x06f9) or 0x2070 or (>= 0x2074 and <= 0x2079)
                or (>= 0x2080 and <= 0x2089) or (>= 0xff10 and <= 0xff19) or (>= 0x1d7ce and <= 0x1d7ff) => BidiKind.Number,
            (>= 0x0660 and <= 0x0669) or 0x066b or 0x066c or 0x06dd or (>= 0x0600 and <= 0x0605) => BidiKind.ArabicNumber,
            0x0606 or 0x0607 or 0x060e or 0x060f or 0x06de or 0x06e9 => BidiKind.Neutral,
            _ => OfCategory(rune),
        };
    }

    /// <summary>True where a text has anything that reads from the right.</summary>
    public static bool AnyFromRight(string text) =>
        text.Any(c => c >= '\u0590') && text.EnumerateRunes().Any(rune => Of(rune) is BidiKind.Right or BidiKind.ArabicLetter or BidiKind.ArabicNumber);

    private static BidiKind OfCategory(Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                return BidiKind.Mark;
            case UnicodeCategory.CurrencySymbol:
                return BidiKind.NumberUnit;
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber:
                return OfLetter(rune.Value);
            default:
                // the punctuation of these blocks reads with their letters
                return rune.Value is >= 0x0590 and <= 0x05ff ? BidiKind.Right
                    : rune.Value is >= 0x0600 and <= 0x07bf ? BidiKind.ArabicLetter
                    : BidiKind.Neutral;
        }
    }

    private static BidiKind OfLetter(int codepoint)
    {
        if (codepoint < 0x0590) return BidiKind.Left;
        var script = UnicodeFunctions.Default.GetScript(codepoint);
        if (script == Script.Common || script == Script.Inherited) return codepoint is >= 0x0600 and <= 0x07bf ? BidiKind.ArabicLetter : BidiKind.Left;
        if (script.HorizontalDirection != Direction.RightToLeft) return BidiKind.Left;
        return script == Script.Arabic || script == Script.Syriac || script == Script.Thaana ? BidiKind.ArabicLetter : BidiKind.Right;
    }
}
