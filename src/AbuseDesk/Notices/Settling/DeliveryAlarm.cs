using AbuseDesk.Database;
using AbuseDesk.Mail;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;

namespace AbuseDesk.Notices.Settling;

/// <summary>Tells the author of a notice, by mail, whom it did not reach.</summary>
public sealed class DeliveryAlarm(Outbox outbox)
{
    /// <param name="tx">The transaction of the act.</param>
    /// <param name="notice">The notice.</param>
    /// <param name="events">What is new.</param>
    /// <param name="last">Sets this alarm apart from earlier ones about the same notice.</param>
    /// <returns>Whether there was anything to tell.</returns>
    internal async Task<bool> RaiseAsync(DeskTransaction tx, NoticeRow notice, IReadOnlyList<MailEvent> events, long last)
    {
        var lost = events.Where(one => one.IsFailure || one.Event == Words.Of(MailEventKind.Complained)).ToList();
        if (lost.Count == 0) return false;
        var to = await NoticeAuthor.ReadersAsync(tx, notice);
        if (to.Count == 0) return true;
        var caseRef = await NoticeRecords.CaseRefAsync(tx, notice);
        var all = await MailEvents.OfNoticeAsync(tx.Connection, notice.Id);
        await outbox.AddAsync(tx, new OutgoingMail
        {
            Kind = "notice-undelivered",
            Ref = notice.Ref,
            Identity = $"event {last}",
            To = to,
            Subject = Subject(notice, lost, caseRef),
            Text = Text(notice, lost, [.. NoticeDelivery.Reached(all)], caseRef),
            CaseId = notice.CaseId,
            CaseRef = caseRef,
            NoticeId = notice.Id,
            Automatic = true,
        });
        return true;
    }

    private static string Subject(NoticeRow notice, List<MailEvent> lost, string caseRef)
    {
        var failed = lost.Where(one => one.IsFailure).Select(one => one.Recipient).Distinct().ToList();
        return failed.Count > 0
            ? Shown.Briefly($"{notice.Ref} did not reach {failed[0]}{(failed.Count > 1 ? $" and {failed.Count - 1} more" : "")}") + $" ({caseRef})"
            : $"A recipient of {notice.Ref} complained of it ({caseRef})";
    }

    private static string Text(NoticeRow notice, List<MailEvent> lost, IReadOnlyList<string> reached, string caseRef) =>
        $"""
        Not everybody got {notice.Ref}, {Drafting.DraftNotice.KindWords(Words.Parse<NoticeKind>(notice.Kind))}, as they should.

        {string.Join('\n', lost.Select(one => $"{one.Recipient}: {NoticeDelivery.Word(one)}. {one.Said}"))}

        {(reached.Count > 0 ? $"No failure is known for {string.Join(", ", reached)}." : "It has reached nobody.")}
        What to do: correct the address in the customer list, or confirm the contact, and send the notice again from its page. Its deadlines run on; look whether they still should.
        Case: {caseRef}

        """;
}
