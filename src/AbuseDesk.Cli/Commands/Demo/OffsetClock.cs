using NodaTime;

namespace AbuseDesk.Cli.Commands.Demo;

/// <summary>A clock that ticks like the real one, from another beginning: the desk of a demo goes on where its story ended.</summary>
/// <param name="start">What it showed at <paramref name="realStart"/>.</param>
/// <param name="realStart">The real instant at which it was set.</param>
internal sealed class OffsetClock(Instant start, Instant realStart) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() =>
        (start + (Instant.FromDateTimeOffset(System.GetUtcNow()) - realStart)).ToDateTimeOffset();
}
