using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Deadlines.Reminding;

internal static class UndeliverableReminder
{
    public static Task JournalAsync(DeskTransaction tx, DueReminder reminder, string problem) => JournalWriter.AppendAsync(
        tx, reminder.CaseRef, Actor.Worker, "reminder-skipped", $"could not remind {reminder.Audience} of {reminder.Ref}: {problem}",
        new { deadline = reminder.Ref, audience = reminder.Audience, remind_at = InstantHandler.Text(reminder.RemindAt) });
}
