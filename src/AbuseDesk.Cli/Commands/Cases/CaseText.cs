using System.Globalization;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Cases;

/// <summary>A case for people.</summary>
internal static class CaseText
{
    public static void Write(DeskSession desk, Output text, CaseView view)
    {
        var (head, figures) = (view.Case, view.Figures);
        text.Line($"{head.Ref}  {head.Title}");
        text.Line($"Customer  {head.CustomerAccount} {head.CustomerName}");
        text.Line($"Status    {head.Status}, opened {desk.At(head.OpenedAt)}{(head.ClosedAt is { } closed ? $", closed {desk.At(closed)}: {head.CloseReason}" : "")}");
        text.Line($"Turn      {head.Turn}: {head.ToDo}{(head.NextDueAt is { } due ? $", by {desk.At(due)}" : "")}; assigned to {head.AssigneeName ?? "nobody"}");
        text.Line($"Items     {figures.Items}: {figures.Removed} removed, {figures.StillUp} still up, {figures.Unknown} not known{Checked(desk, view)}");
        text.Line($"Proposal  {view.Proposal.Title}");
        foreach (var notice in view.Undelivered)
            text.Line($"ALARM     {notice.Ref} did not reach {string.Join("; ", notice.Lost.Select(one => $"{one.Recipient} ({Shown.Briefly(one.Said)})"))}");
        text.Table(["Week of", "Items", "Removed", "Still up"], figures.Weeks.Select(week => (IReadOnlyList<string?>)
            [week.Monday.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), $"{week.Items}", $"{week.Removed}", $"{week.StillUp}"]));
        text.Table(["Notice", "Kind", "Status", "Author", "Sent"], view.Notices.Select(notice => (IReadOnlyList<string?>)
            [notice.Ref, notice.Kind, notice.Status, notice.Author, desk.At(notice.SentAt)]));
        text.Table(["Mail", "Received", "From", "Subject", "Files"], view.Mail.Select(mail => (IReadOnlyList<string?>)
            [mail.Ref, desk.At(mail.ReceivedAt), mail.FromAddress, mail.Subject, string.Join(", ", mail.Files.Select(file => file.FileName))]));
        text.Table(["Deadline", "Due", "Whose", "To do"], view.Deadlines.Select(deadline => (IReadOnlyList<string?>)
            [deadline.Ref, desk.At(deadline.DueAt), deadline.Whose, deadline.ToDo]));
        text.Table(["When", "Who", "What"], view.Timeline.Select(entry => (IReadOnlyList<string?>)[desk.At(entry.At), entry.ActorName, entry.Summary]));
    }

    private static string Checked(DeskSession desk, CaseView view) =>
        view.Figures.CheckedAt is { } at ? $" (last checked {desk.At(at)})" : " (never checked)";
}
