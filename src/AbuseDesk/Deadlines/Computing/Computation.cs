using NodaTime;

namespace AbuseDesk.Deadlines.Computing;

/// <summary>
/// Counts a deadline the way a lawyer does. The day of the event is not counted; hours run from the instant itself. A month ends on
/// the day of the same number, or on its last day where it has no such day.
/// </summary>
public static class Computation
{
    /// <exception cref="DeskException">The calendar does not cover a year that is needed.</exception>
    public static ComputedDeadline Of(Counting counting, Instant anchor, IReadOnlyList<PausedSpan>? pauses = null)
    {
        var spans = pauses ?? [];
        if (counting.Resume == AfterPause.Anew && spans.Count > 0) (anchor, spans) = (Instant.Max(anchor, spans.Max(span => span.To)), []);
        var end = Ended(counting, counting.Within, anchor, spans);
        var opens = counting.NotBefore is { } nearer ? Ended(counting with { IfClosed = WhenClosed.Stays }, nearer, anchor, spans) : null;
        return new ComputedDeadline
        {
            Due = PromisedTime.At(end.At, counting.Zone.Id),
            // a day that must have passed has passed when the next one begins
            NotBefore = opens is null ? null : PromisedTime.At(opens.AtEndOfDay ? opens.At + Duration.FromSeconds(1) : opens.At, counting.Zone.Id),
            Holidays = end.Holidays,
            MovedFrom = end.MovedFrom,
            CountedFrom = anchor,
            Paused = end.Paused,
            ClockNote = end.Note,
        };
    }

    private static TermEnding Ended(Counting counting, Term term, Instant anchor, IReadOnlyList<PausedSpan> pauses) =>
        term.Exact is { } exact ? Elapsed(counting, anchor, exact, pauses) : Counted(counting, term, anchor, pauses);

    private static TermEnding Elapsed(Counting counting, Instant anchor, Duration exact, IReadOnlyList<PausedSpan> pauses)
    {
        var paused = pauses.Aggregate(Duration.Zero, (sum, span) => sum + (span.To - span.From));
        var at = anchor + exact + paused;
        var ending = new TermEnding(at) { Paused = paused == Duration.Zero ? null : SaidTime.Of(paused) };
        if (counting is not { IfClosed: WhenClosed.NextBusinessDay, Calendar: { } calendar }) return ending;
        var local = at.InZone(counting.Zone).LocalDateTime;
        var days = new CountedDays(counting.Zone, calendar, new HashSet<LocalDate>());
        var day = days.BusinessDayFrom(local.Date);
        if (day == local.Date) return ending;
        var (moved, note) = LocalClock.Resolve(day + local.TimeOfDay, counting.Zone);
        return ending with { At = moved, Note = note, MovedFrom = local.Date, Holidays = days.Holidays };
    }

    private static TermEnding Counted(Counting counting, Term term, Instant anchor, IReadOnlyList<PausedSpan> pauses)
    {
        var start = anchor.InZone(counting.Zone).LocalDateTime;
        var paused = CountedDays.PausedDates(counting.Zone, start.Date, pauses);
        var days = new CountedDays(counting.Zone, counting.Calendar, paused);
        var last = term.Unit switch
        {
            TermUnit.Months => days.After(start.Date.PlusMonths(term.Count), paused.Count, passPaused: false),
            TermUnit.BusinessDays => days.BusinessAfter(start.Date, term.Count),
            _ => days.After(start.Date, term.Count, passPaused: true),
        };
        var day = counting.IfClosed == WhenClosed.NextBusinessDay ? days.BusinessDayFrom(last) : last;
        var (at, note) = counting.Ends == TermEnd.EndOfDay
            ? (LocalClock.EndOf(day, counting.Zone), null)
            : LocalClock.Resolve(day + start.TimeOfDay, counting.Zone);
        return new TermEnding(at)
        {
            Note = note,
            AtEndOfDay = counting.Ends == TermEnd.EndOfDay,
            MovedFrom = day == last ? null : last,
            Holidays = days.Holidays,
            Paused = paused.Count == 0 ? null : Counted(paused.Count),
        };
    }

    private static string Counted(int days) => days == 1 ? "1 day" : $"{days} days";

    private sealed record TermEnding(Instant At)
    {
        public bool AtEndOfDay { get; init; }

        public string? Note { get; init; }

        public LocalDate? MovedFrom { get; init; }

        public string? Paused { get; init; }

        public IReadOnlyList<Holiday> Holidays { get; init; } = [];
    }
}
