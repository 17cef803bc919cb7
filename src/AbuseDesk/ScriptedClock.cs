using NodaTime;

namespace AbuseDesk;

/// <summary>A clock that stands still until it is set: the demo and the tests tell it what time it is.</summary>
public sealed class ScriptedClock(Instant start) : TimeProvider
{
    private Instant now = start;

    /// <exception cref="ArgumentException">Time would run backwards.</exception>
    public Instant Now
    {
        get => now;
        set => now = value >= now ? value : throw new ArgumentException($"The clock stands at {now} and cannot go back to {value}.");
    }

    public override DateTimeOffset GetUtcNow() => now.ToDateTimeOffset();
}
