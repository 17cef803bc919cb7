using System.Globalization;
using System.Text;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Pdf;

namespace AbuseDesk.Notices.Review;

/// <summary>The PDF shows all that it should: no character went missing, and every picture could be read.</summary>
internal static class PrintCheck
{
    private const string Source = "the PDF";
    private const int Named = 5;

    public static NoticeCheck Of(NoticeFacts facts, Stream pdf)
    {
        var lacks = PdfLacks.Read(pdf);
        return lacks switch
        {
            { Pictures.Count: > 0 } => new(false, $"The screenshot of {Places(facts, item => item.Exhibits.Any(exhibit => lacks.Pictures.Contains(exhibit.Sha256)))} is damaged and cannot be shown; replace it, and redraft the notice.", Source),
            { Characters.Count: > 0 } => new(false, Sentence(facts, lacks.Characters), Source),
            _ => new(true, "Every character and every picture is printed", Source),
        };
    }

    private static string Sentence(NoticeFacts facts, IReadOnlyList<string> characters)
    {
        var runes = characters.Select(character => Rune.GetRuneAt(character, 0)).ToList();
        var packages = runes.Select(PrintableScripts.PackageFor).Distinct().ToList();
        var names = string.Join(", ", runes.Take(Named).Select(Name)) + (runes.Count > Named ? $" and {runes.Count - Named} more" : "");
        var place = Places(facts, item => characters.Any(character => $"{item.Excerpt} {item.Url}".Contains(character, StringComparison.Ordinal)));
        var mend = packages.OfType<string>().ToList() is { Count: > 0 } known
            ? $"install {string.Join(" and ", known)} (Debian) or put a font that has them into templates/fonts, and redraft the notice"
            : "they belong to no script, so take them out of the excerpt, and redraft the notice";
        return $"No font here could print {names} in {place}; {mend}.";
    }

    // an unassigned or combining character says nothing by itself
    private static string Name(Rune rune) => Rune.IsLetter(rune) || Rune.IsSymbol(rune)
        ? string.Create(CultureInfo.InvariantCulture, $"{rune} (U+{rune.Value:X4})")
        : string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");

    private static string Places(NoticeFacts facts, Func<ItemFacts, bool> holds)
    {
        var numbers = facts.Items.Where(holds).Select(item => item.Number).ToList();
        return numbers.Count switch
        {
            0 => "the text of the notice",
            1 => $"item {numbers[0]}",
            _ => $"items {string.Join(", ", numbers.Take(Named))}{(numbers.Count > Named ? $" and {numbers.Count - Named} more" : "")}",
        };
    }
}
