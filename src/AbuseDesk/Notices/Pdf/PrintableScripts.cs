using System.Globalization;
using System.Text;
using HarfBuzzSharp;

namespace AbuseDesk.Notices.Pdf;

/// <summary>A script by the name that people know it by, and the Debian package that prints it.</summary>
public sealed record LackingScript(string Name, string Package);

/// <summary>Which scripts a machine can print, and what to install for the others.</summary>
public static class PrintableScripts
{
    private const string Core = "fonts-noto-core";
    private const string EastAsian = "fonts-noto-cjk";
    private const string Emoji = "fonts-noto-color-emoji";

    private static readonly (string Name, int Sample)[] Asked =
    [
        ("Latin", 'g'), ("Greek", 0x3a9), ("Cyrillic", 0x416), ("Armenian", 0x531), ("Georgian", 0x10d0), ("Hebrew", 0x5d0),
        ("Arabic", 0x627), ("Devanagari", 0x915), ("Bengali", 0x995), ("Gurmukhi", 0xa15), ("Gujarati", 0xa95), ("Tamil", 0xb95),
        ("Telugu", 0xc15), ("Kannada", 0xc95), ("Malayalam", 0xd15), ("Sinhala", 0xd9a), ("Thai", 0xe01), ("Lao", 0xe81),
        ("Tibetan", 0xf40), ("Burmese", 0x1000), ("Khmer", 0x1780), ("Ethiopic", 0x12a0), ("Chinese", 0x4f60),
        ("Japanese", 0x3042), ("Korean", 0xd55c), ("emoji", 0x1f525),
    ];

    /// <summary>The scripts of which no font here has the letters.</summary>
    public static IReadOnlyList<LackingScript> LackingIn(FontLibrary fonts) =>
        [.. Asked.Where(script => !fonts.CanPrint(script.Sample)).Select(script => new LackingScript(script.Name, PackageFor(new Rune(script.Sample))!))];

    /// <summary>The Debian package whose fonts have a character; null where there is no such thing (private use, unassigned).</summary>
    public static string? PackageFor(Rune character)
    {
        if (Rune.GetUnicodeCategory(character) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) return null;
        var script = UnicodeFunctions.Default.GetScript(character.Value);
        if (script == Script.Han || script == Script.Hiragana || script == Script.Katakana || script == Script.Hangul || script == Script.Bopomofo)
            return EastAsian;
        return character.Value switch
        {
            (>= 0x3000 and <= 0x33ff) or (>= 0xff00 and <= 0xffef) => EastAsian,
            (>= 0x1f000 and <= 0x1faff) or (>= 0x2600 and <= 0x27bf) or 0x20e3 => Emoji,
            _ => Core,
        };
    }
}
