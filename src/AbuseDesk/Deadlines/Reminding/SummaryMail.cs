using System.Globalization;
using System.Text;
using AbuseDesk.Database;
using AbuseDesk.Mail;
using NodaTime;

namespace AbuseDesk.Deadlines.Reminding;

/// <summary>One mail in the place of many: what a person of the desk would have been reminded of, the most urgent first.</summary>
internal static class SummaryMail
{
    /// <summary>So many deadlines of one person at once still go out one by one.</summary>
    public const int OneByOne = 5;

    // a mail that nobody reads to its end helps nobody; the page of deadlines has them all
    private const int Longest = 200;

    public static OutgoingMail Of(MailParty person, IReadOnlyList<DueReminder> reminders, string away, Instant at, (DateTimeZone Clock, Uri? Desk) where)
    {
        var deadlines = reminders.DistinctBy(reminder => reminder.DeadlineId).OrderBy(reminder => reminder.DueAt).ThenBy(reminder => reminder.DeadlineId).ToList();
        var counts = string.Join(", ", Groups(deadlines, at).Select(group => $"{group.Deadlines.Count} {group.Short}"));
        return new OutgoingMail
        {
            Kind = "reminder",
            Ref = "summary",
            Identity = $"{InstantHandler.Text(at)} {string.Join(' ', reminders.Select(reminder => reminder.Id))}",
            To = [person],
            Subject = $"{deadlines.Count} deadlines: {counts}",
            Text = Text(deadlines, away, at, where),
            Automatic = true,
        };
    }

    private static string Text(List<DueReminder> deadlines, string away, Instant at, (DateTimeZone Clock, Uri? Desk) where)
    {
        var text = new StringBuilder($"You are reminded of {deadlines.Count} deadlines at once; this mail stands in the place of one for each.\n{away}");
        var left = Longest;
        foreach (var (heading, _, some) in Groups(deadlines, at))
        {
            if (left > 0) text.Append('\n').Append(heading).Append("\n\n");
            foreach (var deadline in some.Take(left)) Line(text, deadline, at, where);
            left = Math.Max(0, left - some.Count);
        }

        if (deadlines.Count > Longest) text.Append('\n').Append(CultureInfo.InvariantCulture, $"And {deadlines.Count - Longest} that are less urgent; see the deadlines of the desk.\n");
        if (where.Desk is not null) text.Append('\n').Append(CultureInfo.InvariantCulture, $"All deadlines: {Page(where.Desk)}\n");
        return text.ToString();
    }

    private static void Line(StringBuilder text, DueReminder deadline, Instant at, (DateTimeZone Clock, Uri? Desk) where)
    {
        var whose = deadline.Happens ? "" : deadline.IsTheCustomers ? " (the customer)" : deadline.Whose == Words.Of(Whose.Legal) ? " (legal)" : " (the desk)";
        text.Append(CultureInfo.InvariantCulture, $"* {deadline.ToDo}{whose}\n  {ReminderText.State(deadline, at)} {(deadline.Happens ? "When" : "Due")}: {SaidTime.Of(deadline.DueAt, where.Clock)}\n")
            .Append(CultureInfo.InvariantCulture, $"  {deadline.Ref}, case {deadline.CaseRef}{(deadline.NoticeRef is { } notice ? $", notice {notice}" : "")}: {deadline.Account}, {deadline.CustomerName}\n");
        if (where.Desk is not null) text.Append(CultureInfo.InvariantCulture, $"  {Page(where.Desk)}/{deadline.Ref}\n");
    }

    private static string Page(Uri desk) => $"{desk.AbsoluteUri.TrimEnd('/')}/deadlines";

    private static IEnumerable<(string Heading, string Short, IReadOnlyList<DueReminder> Deadlines)> Groups(List<DueReminder> deadlines, Instant at)
    {
        var soon = at + Duration.FromHours(24);
        (string, string, IReadOnlyList<DueReminder> Deadlines)[] all =
        [
            ("OVERDUE", "overdue", [.. deadlines.Where(deadline => deadline.DueAt <= at)]),
            ("WITHIN 24 HOURS", "within 24 hours", [.. deadlines.Where(deadline => deadline.DueAt > at && deadline.DueAt <= soon)]),
            ("LATER", "later", [.. deadlines.Where(deadline => deadline.DueAt > soon)]),
        ];
        return all.Where(group => group.Deadlines.Count > 0);
    }
}
