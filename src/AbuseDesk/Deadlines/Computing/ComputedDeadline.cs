using NodaTime;

namespace AbuseDesk.Deadlines.Computing;

/// <summary>What counting came to, with all that a sentence about it needs.</summary>
public sealed record ComputedDeadline
{
    public required PromisedTime Due { get; init; }

    /// <summary>The first instant of the window; null where there is none.</summary>
    public PromisedTime? NotBefore { get; init; }

    /// <summary>Holidays that were not counted, by their date; those on a weekend are not among them.</summary>
    public IReadOnlyList<Holiday> Holidays { get; init; } = [];

    /// <summary>The day on which it would have ended had that been a business day; null where it was one.</summary>
    public LocalDate? MovedFrom { get; init; }

    /// <summary>Where it starts to count: the event, or the end of a pause after which it runs anew.</summary>
    public required Instant CountedFrom { get; init; }

    /// <summary>Days, or for a term of hours the time, that a pause took out.</summary>
    public string? Paused { get; init; }

    /// <summary>What was decided where the clock of the zone changes; null where it does not matter.</summary>
    public string? ClockNote { get; init; }
}
