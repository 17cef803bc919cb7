using System.Globalization;

namespace AbuseDesk.Web.Components;

/// <summary>Languages by the names that the desk uses.</summary>
public static class Language
{
    /// <summary>"French" of "fr-FR"; the locale itself where it is unknown.</summary>
    public static string Of(string locale)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(locale);
            return culture.IsNeutralCulture ? culture.EnglishName : culture.Parent.EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return locale;
        }
    }
}
