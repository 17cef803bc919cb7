using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines;

namespace AbuseDesk.Cli.Commands.Deadlines;

/// <summary>What a command says after it has moved a deadline.</summary>
internal static class MovedDeadline
{
    public static async Task SayAsync(DeskSession desk, string deadlineRef)
    {
        var deadline = await desk.Get<FindDeadline>().GetAsync(deadlineRef);
        desk.Out.Done(
            new { deadlineRef = deadline.Ref, status = deadline.Status, dueAt = deadline.DueAt, explanation = deadline.Explanation },
            $"{deadline.Ref} is due {Times.At(deadline.DueAt, Zones.Get(deadline.DueZone))}. {deadline.Explanation}");
    }
}
