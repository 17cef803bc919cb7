using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Staff.Absences;

/// <summary>Reads a day as people type it.</summary>
public static class AwayDays
{
    /// <param name="typed">"2020-12-07".</param>
    /// <exception cref="DeskException">It is no day.</exception>
    public static LocalDate Read(string? typed) => LocalDatePattern.Iso.Parse(typed?.Trim() ?? "") is { Success: true } read
        ? read.Value
        : throw new DeskException($"“{Shown.Briefly(typed)}” is no day; write it as 2020-12-07.");
}
