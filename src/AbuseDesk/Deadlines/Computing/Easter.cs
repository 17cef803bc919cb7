using NodaTime;

namespace AbuseDesk.Deadlines.Computing;

/// <summary>Easter Sunday of the western churches.</summary>
public static class Easter
{
    /// <summary>By the Gregorian computus (Meeus, Jones, Butcher).</summary>
    public static LocalDate Of(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var sum = h + l - (7 * m) + 114;
        return new LocalDate(year, sum / 31, (sum % 31) + 1);
    }
}
