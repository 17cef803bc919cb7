using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using NodaTime;

namespace AbuseDesk.Web.Workers;

/// <summary>Warns at the start, and once a day, of calendars that a deadline will need a year of that nobody has checked yet.</summary>
public sealed class WatchCalendars(CheckCalendars check, DeskDatabase database)
{
    private static readonly Duration Day = Duration.FromDays(1);

    private Instant? lookedAt;

    /// <exception cref="DeskException">A year is missing, or will be within a year; the sentence says which, and what to do.</exception>
    public Task RunAsync()
    {
        var now = database.Now;
        if (lookedAt is { } last && now - last < Day && now >= last) return Task.CompletedTask;
        lookedAt = now;
        var ending = check.Run().Where(calendar => calendar.Missing is not null).ToList();
        return ending.Count == 0
            ? Task.CompletedTask
            : throw new DeskException(
                $"{string.Join(" ", ending.Select(calendar => calendar.Sentence))} Check the holidays of the year, and extend “years” in {string.Join(", ", ending.Select(calendar => $"policy/calendars/{calendar.Calendar}.yml"))}.");
    }
}
