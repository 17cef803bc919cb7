using System.Text.RegularExpressions;

namespace AbuseDesk.Web.Pages.Reports;

/// <summary>Enough of a clause to tell it from the others.</summary>
internal static partial class ClauseStart
{
    private const int Longest = 220;

    /// <param name="markdown">The body of the clause.</param>
    /// <returns>Its first words on one line, without marks, cut between words.</returns>
    public static string Of(string markdown)
    {
        var plain = Space().Replace(Marks().Replace(markdown, ""), " ").Trim();
        if (plain.Length <= Longest) return plain;
        var end = plain.LastIndexOf(' ', Longest - 1);
        return plain[..(end > 0 ? end : Longest - 1)] + "…";
    }

    [GeneratedRegex(@"[*_`]|^\s*(?:[-+>#]+|[0-9]+\.)\s+", RegexOptions.Multiline)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
