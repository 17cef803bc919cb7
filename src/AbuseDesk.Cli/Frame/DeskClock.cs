using AbuseDesk.Cli.Commands.Demo;

namespace AbuseDesk.Cli.Frame;

/// <summary>What time it is at a desk: the real time, but over the data of a demo the time of its story, which ticks on.</summary>
internal static class DeskClock
{
    public static TimeProvider For(DeskSettings settings) =>
        DemoRecord.Find(settings) is { } demo ? new OffsetClock(demo.StoryEnds, demo.PlayedAt) : TimeProvider.System;
}
