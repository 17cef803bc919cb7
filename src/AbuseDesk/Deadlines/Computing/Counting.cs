using NodaTime;

namespace AbuseDesk.Deadlines.Computing;

/// <summary>At which time of its last day a term of days or months ends.</summary>
public enum TermEnd
{
    /// <summary>With the last second of the day.</summary>
    EndOfDay,

    /// <summary>At the time of day of the event.</summary>
    SameTime,
}

/// <summary>What becomes of a term whose last day is no business day.</summary>
public enum WhenClosed
{
    Stays,
    NextBusinessDay,
}

/// <summary>How a deadline goes on after a pause.</summary>
public enum AfterPause
{
    /// <summary>With what was left of it: the paused hours, or the days paused in whole or part, do not count.</summary>
    Rest,

    /// <summary>From its beginning, at the end of the pause.</summary>
    Anew,
}

/// <summary>How a deadline is counted from its event.</summary>
public sealed record Counting
{
    public required Term Within { get; init; }

    /// <summary>The nearer end of a window: it may not be done before.</summary>
    public Term? NotBefore { get; init; }

    /// <summary>Null where no business days are counted.</summary>
    public BusinessCalendar? Calendar { get; init; }

    public required DateTimeZone Zone { get; init; }

    public TermEnd Ends { get; init; }

    public WhenClosed IfClosed { get; init; }

    public AfterPause Resume { get; init; }
}

/// <summary>A time during which a deadline did not run.</summary>
public sealed record PausedSpan(Instant From, Instant To);
