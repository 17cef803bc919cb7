using System.Globalization;
using NodaTime.Text;

namespace AbuseDesk.Web.Components;

/// <summary>Versions of terms and ladder, which are named by their day.</summary>
public static class VersionDate
{
    /// <summary>"1 Dec 2020" of "2020-12-01", with spaces that do not break; anything else stays as it is.</summary>
    public static string Say(string version) => LocalDatePattern.Iso.Parse(version) is { Success: true, Value: var day }
        ? day.ToString("d MMM uuuu", CultureInfo.InvariantCulture).Replace(' ', '\u00a0')
        : version;
}
