using System.Text.RegularExpressions;

namespace AbuseDesk.Notices.Templates.Reading;

/// <summary>Joins words that must not part at the end of a line ("clause 7.4", "61 of 98") with U+00A0.</summary>
internal sealed class KeepTogether
{
    private readonly Regex[] patterns;

    /// <param name="phrases">Phrases of the language file; "#" stands for a number, a reference or a capital letter.</param>
    public KeepTogether(IEnumerable<string> phrases) => patterns =
    [
        .. phrases.Select(phrase => new Regex(
            $@"(?<!\w){Regex.Escape(phrase).Replace(@"\#", @"(?:[A-Z]?\d[\d.]*|[A-Z])", StringComparison.Ordinal)}(?!\w)",
            RegexOptions.CultureInvariant)),
    ];

    public string Join(string text)
    {
        foreach (var pattern in patterns)
            text = pattern.Replace(text, match => match.Value.Replace(' ', '\u00a0'));
        return text;
    }
}
