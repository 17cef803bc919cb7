using System.Globalization;
using NodaTime;

namespace AbuseDesk.Deadlines.Computing;

/// <summary>Why a computed deadline is due then, in one sentence.</summary>
public static class ComputedSentence
{
    private const int Most = 12;

    /// <param name="counting">How it was counted.</param>
    /// <param name="computed">What that came to.</param>
    /// <param name="event">The event it counts from: "the counter notice was received".</param>
    /// <param name="at">When that was.</param>
    public static string Of(Counting counting, ComputedDeadline computed, string @event, Instant at)
    {
        var zone = counting.Zone;
        var from = computed.CountedFrom == at
            ? $"after {@event} on {SaidTime.Brief(at, zone)}"
            : $"after the pause ended on {SaidTime.Brief(computed.CountedFrom, zone)}, anew ({@event} on {SaidTime.Brief(at, zone)})";
        string?[] parts =
        [
            $"{counting.Within.Said}{Calendar(counting)} {from}: {Times(counting, computed)}",
            Holidays(computed.Holidays),
            Moved(counting, computed),
            computed.Paused is { } paused ? $"{paused} of a pause {(paused == "1 day" ? "does" : "do")} not count" : null,
            computed.ClockNote,
        ];
        return string.Join("; ", parts.Where(part => part is not null)) + ".";
    }

    private static string Calendar(Counting counting) =>
        counting.Calendar is { } calendar && (counting.Within.Unit == TermUnit.BusinessDays || counting.NotBefore?.Unit == TermUnit.BusinessDays) ? $" ({calendar.Title})" : "";

    private static string Times(Counting counting, ComputedDeadline computed) => computed.NotBefore is { } opens
        ? $"not before {SaidTime.Brief(opens.Instant, counting.Zone)} (when {counting.NotBefore!.Said} have passed) and by {SaidTime.Brief(computed.Due.Instant, counting.Zone)}"
        : SaidTime.Brief(computed.Due.Instant, counting.Zone);

    private static string? Holidays(IReadOnlyList<Holiday> holidays)
    {
        if (holidays.Count == 0) return null;
        var years = holidays[^1].Date.Year - holidays[0].Date.Year > 1;
        var named = holidays.Take(Most).Select(holiday => holiday.Date.ToString(years ? "d MMM uuuu" : "d MMM", CultureInfo.InvariantCulture));
        var more = holidays.Count > Most ? $" and {holidays.Count - Most} more" : "";
        return $"{(holidays.Count == 1 ? "holiday" : "holidays")} skipped: {string.Join(", ", named)}{more}";
    }

    private static string? Moved(Counting counting, ComputedDeadline computed) => computed.MovedFrom is { } day
        ? $"moved on from {LocalClock.Day(day)}, no business day ({counting.Calendar!.HolidayOn(day)?.Name ?? "weekend"}, {counting.Calendar.Title})"
        : null;
}
