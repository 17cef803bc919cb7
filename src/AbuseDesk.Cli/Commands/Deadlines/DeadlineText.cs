using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Deadlines;

/// <summary>One deadline as text.</summary>
internal static class DeadlineText
{
    public static void Write(DeskSession desk, Output text, DeadlineDetails deadline)
    {
        text.Line($"{deadline.Ref}: {deadline.ToDo}");
        text.Line($"Status: {deadline.Status}{(deadline.EndedAt is { } ended ? $" since {desk.At(ended)}" : deadline.DueAt < desk.Database.Now && deadline.Status == "open" ? ", overdue" : "")}");
        if (deadline.NotBeforeAt is { } opens) text.Line($"Not before: {Both(desk, deadline, opens)}");
        text.Line($"Due: {(deadline.Status == "paused" ? "when it goes on; without the pause " : "")}{Both(desk, deadline, deadline.DueAt)}");
        text.Line($"Why then: {deadline.Explanation}");
        text.Line($"By whom: {deadline.Whose switch { "customer" => "the customer", "legal" => "legal", _ => "the desk" }}");
        text.Line($"Rule: {deadline.Rule}{(deadline.Source is { } source ? $", {source}" : "")}{(deadline.BlocksClosing ? "; the case cannot be closed while it is open" : "")}");
        text.Line($"Case: {deadline.CaseRef}, {deadline.CaseTitle}, {deadline.CustomerName}{(deadline.NoticeRef is { } notice ? $"; notice {notice}" : "")}");
        text.Table(
            ["Moved", "By", "Was due", "Why then", "Now due", "Reason"],
            deadline.Moves.Select(move => (IReadOnlyList<string?>)[desk.At(move.MovedAt), move.MovedBy, desk.At(move.OldDueAt), move.OldExplanation, desk.At(move.NewDueAt), move.Reason]));
        text.Table(
            ["Paused", "By", "Reason", "Resumed", "By"],
            deadline.Pauses.Select(pause => (IReadOnlyList<string?>)[desk.At(pause.PausedAt), pause.PausedBy, pause.Note.Length == 0 ? pause.Reason : $"{pause.Reason}: {pause.Note}", desk.At(pause.ResumedAt), pause.ResumedBy]));
        text.Table(
            ["Extension to", "Asked by", "Reason", "Status", "Decided by", "Comment"],
            deadline.Extensions.Select(one => (IReadOnlyList<string?>)[Times.At(one.UntilAt, Zones.Get(one.UntilZone)), one.AskedBy, one.Reason, one.Status, one.DecidedBy, one.Comment]));
        text.Table(["Reminder", "To", "Status"], deadline.Reminders.Where(reminder => reminder.Status != "skipped").Select(reminder => (IReadOnlyList<string?>)[desk.At(reminder.RemindAt), reminder.Audience, reminder.Status]));
    }

    private static string Both(DeskSession desk, DeadlineDetails deadline, Instant at) =>
        deadline.DueZone == desk.Zone.Id ? desk.At(at) : $"{Times.At(at, Zones.Get(deadline.DueZone))}; {desk.At(at)}";
}
