using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Cli.Frame;

/// <summary>Instants and spans as they are given on the command line.</summary>
internal static class Times
{
    /// <exception cref="DeskException">The text is no instant in UTC.</exception>
    public static Instant? Instant(string? text) => text is null ? null
        : InstantPattern.ExtendedIso.Parse(text) is { Success: true } parsed ? parsed.Value
        : throw new DeskException($"“{Shown.Briefly(text)}” is no instant; write it in UTC, as 2021-01-10T08:00:00Z.");

    /// <exception cref="DeskException">The text is no span.</exception>
    public static Duration? Span(string? text) => text is null ? null
        : Spans.Find(text) ?? throw new DeskException($"“{Shown.Briefly(text)}” is no span of time; write it as 30m, 72h or 3d.");
}
