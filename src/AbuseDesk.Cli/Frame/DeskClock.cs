using AbuseDesk.Cli.Commands.Demo;

namespace AbuseDesk.Cli.Frame;

/// <summary>The clock of a data folder: the real one, or, where it holds a demo, one that goes on where the story ended.</summary>
internal static class DeskClock
{
    public static TimeProvider For(DeskSettings settings) =>
        DemoRecord.Find(settings) is { } demo ? new OffsetClock(demo.StoryEnds, demo.PlayedAt) : TimeProvider.System;
}
