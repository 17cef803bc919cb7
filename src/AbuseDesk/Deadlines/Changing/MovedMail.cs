using AbuseDesk.Database;
using AbuseDesk.Deadlines.Reminding;
using AbuseDesk.Journal;
using AbuseDesk.Mail;
using NodaTime;

namespace AbuseDesk.Deadlines.Changing;

/// <summary>Tells those whom a deadline reminds, and the assignee, that it moved, or that somebody asks for that.</summary>
public sealed class MovedMail(Outbox outbox, DeskZone zone)
{
    internal async Task QueueAsync(DeskTransaction tx, TakenDeadline deadline, DeadlineMove move, DeadlineRule? rule)
    {
        var addresses = await ReminderAddresses.ReadAsync(tx, [deadline.CustomerId]);
        var clock = addresses.ZoneOf(deadline.CustomerId) is { } id ? Zones.Get(id) : zone.Zone;
        var audiences = (rule?.Audience ?? []).Prepend(Audience.Assignee).Distinct();
        var mails = audiences.Select(audience => (Audience: audience, To: addresses.Of(audience, deadline.CustomerId, deadline.Assignee)))
            .Where(mail => mail.To.Count > 0)
            .Select(mail => Mail(tx, deadline, mail.To, $"{InstantHandler.Text(move.Due.Instant)} {Words.Of(mail.Audience)}", mail.Audience == Audience.Customer
                ? (Subject(deadline, move, clock), ForCustomer(deadline, move, clock))
                : (Subject(deadline, move, zone.Zone), ForDesk(deadline, move))));
        await SendAsync(tx, deadline, mails);
    }

    internal async Task AskAsync(DeskTransaction tx, TakenDeadline deadline, Actor asking, (PromisedTime Until, string Reason) extension, IReadOnlyList<Role> approving)
    {
        var addresses = await ReminderAddresses.ReadAsync(tx, [deadline.CustomerId]);
        var until = SaidTime.Brief(extension.Until.Instant, Zones.Get(extension.Until.Zone));
        var text =
            $"""
            {asking.Name} asks for an extension of {deadline.Ref} to {until}. Another person must approve or refuse it.

            What is to be done: {deadline.ToDo}
            Due now: {deadline.Due}
            Reason: {extension.Reason}
            Case: {deadline.CaseRef}, {deadline.CaseTitle}

            """;
        var to = approving.SelectMany(addresses.People).DistinctBy(party => party.Address, StringComparer.OrdinalIgnoreCase).ToList();
        if (to.Count > 0)
            await SendAsync(tx, deadline, [Mail(tx, deadline, to, "extension asked", ($"Extension to approve: {deadline.ToDo}, to {until} ({deadline.NoticeRef ?? deadline.CaseRef})", text))]);
    }

    private async Task SendAsync(DeskTransaction tx, TakenDeadline deadline, IEnumerable<OutgoingMail> mails)
    {
        foreach (var refused in await outbox.AddAllAsync(tx, mails))
            await JournalWriter.AppendAsync(
                tx, deadline.CaseRef, Actor.Worker, "mail-refused", $"could not tell {string.Join(", ", refused.Mail.To.Select(party => party.Name))} about {deadline.Ref}: {refused.Problem}",
                new { deadline = deadline.Ref });
    }

    private static OutgoingMail Mail(DeskTransaction tx, TakenDeadline deadline, IReadOnlyList<MailParty> to, string identity, (string Subject, string Text) words) => new()
    {
        Kind = "deadline",
        Ref = deadline.Ref,
        Identity = $"{InstantHandler.Text(tx.Now)} {identity}",
        To = to,
        Subject = words.Subject,
        Text = words.Text,
        CaseId = deadline.CaseId,
        CaseRef = deadline.CaseRef,
        Automatic = true,
    };

    private static string Subject(TakenDeadline deadline, DeadlineMove move, DateTimeZone clock) =>
        $"Moved: {deadline.ToDo}, now by {SaidTime.Of(move.Due.Instant, clock)} ({deadline.NoticeRef ?? deadline.CaseRef})";

    private static string ForCustomer(TakenDeadline deadline, DeadlineMove move, DateTimeZone clock) =>
        $"""
        A date has changed.

        {(deadline.Whose == Words.Of(Whose.Customer) ? "What you are asked to do" : "What it is about")}: {deadline.ToDo}
        Until now: {SaidTime.Of(deadline.DueAt, clock)}
        From now on: {SaidTime.Of(move.Due.Instant, clock)}; {SaidTime.Of(move.Due.Instant, DateTimeZone.Utc)}
        Case: {deadline.CaseRef}{(deadline.NoticeRef is { } notice ? $", notice {notice}" : "")}

        If you need to ask something, reply to this mail.

        """;

    private string ForDesk(TakenDeadline deadline, DeadlineMove move) =>
        $"""
        {deadline.Ref} has moved: {move.Reason}.

        What is to be done: {deadline.ToDo}
        Until now: {SaidTime.Of(deadline.DueAt, zone.Zone)}
        From now on: {SaidTime.Of(move.Due.Instant, zone.Zone)}; {SaidTime.Of(move.Due.Instant, DateTimeZone.Utc)}
        Why then: {move.Explanation}
        Case: {deadline.CaseRef}, {deadline.CaseTitle}

        """;
}
