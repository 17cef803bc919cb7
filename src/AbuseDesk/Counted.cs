using System.Globalization;

namespace AbuseDesk;

/// <summary>A number with its word, in the form that the number asks for.</summary>
public static class Counted
{
    /// <summary>"1 page", "2 pages", "0 pages".</summary>
    /// <param name="number">How many.</param>
    /// <param name="one">The word for one.</param>
    /// <param name="many">The word for several; with an s where it is left out.</param>
    public static string Of(long number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many ?? one + "s")}");
}
