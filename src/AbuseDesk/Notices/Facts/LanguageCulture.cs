using System.Globalization;

namespace AbuseDesk.Notices.Facts;

/// <summary>The names of months and days in the language of a notice.</summary>
internal static class LanguageCulture
{
    /// <summary>English is the invariant culture, whose names never change with the machine's language data.</summary>
    /// <exception cref="DeskException">The language is not known.</exception>
    public static CultureInfo Of(string language)
    {
        if (language is "en")
            return CultureInfo.InvariantCulture;
        try
        {
            return CultureInfo.GetCultureInfo(language, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            throw new DeskException($"There is no language '{language}'; give a tag such as en, fr or de.");
        }
    }
}
