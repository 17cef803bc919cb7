using System.Data.Common;
using AbuseDesk.Database;
using AbuseDesk.Mail;
using Dapper;
using NodaTime;

namespace AbuseDesk.Notices;

/// <summary>Where the mail of a notice is, and what was heard of it.</summary>
public sealed record DeliveryState
{
    /// <summary>waiting, sent, failed; null where nothing was queued.</summary>
    public string? Status { get; init; }

    public int Attempts { get; init; }

    /// <summary>Of the last attempt that failed.</summary>
    public string? LastError { get; init; }

    /// <summary>Of the next attempt, while it waits.</summary>
    public Instant? NextAttemptAt { get; init; }

    public string? MessageId { get; init; }

    /// <summary>The last mail of the notice; it has several where it was sent again.</summary>
    public long OutboxId { get; init; }

    public Instant QueuedAt { get; init; }

    /// <summary>Of each mail in the order in which they happened.</summary>
    public IReadOnlyList<MailEvent> Events { get; init; } = [];

    /// <summary>Whom it did not reach: the last word about each. What failed before it was sent again is settled by that.</summary>
    public IEnumerable<MailEvent> Undelivered =>
        NoticeDelivery.Latest(Events).Where(one => one.IsFailure && (one.OutboxId == OutboxId || one.At > QueuedAt));
}

/// <summary>A notice of a case that did not reach everybody.</summary>
public sealed record UndeliveredNotice(string Ref, string Kind, IReadOnlyList<MailEvent> Lost);

/// <summary>Proof of delivery: what servers said about the mail of notices.</summary>
public sealed class NoticeDelivery(DeskDatabase database)
{
    public Task<DeliveryState> OfAsync(NoticeRow notice) => database.ReadAsync(connection => OfAsync(connection, notice));

    internal static async Task<DeliveryState> OfAsync(DbConnection connection, NoticeRow notice)
    {
        var mail = await connection.QuerySingleOrDefaultAsync<DeliveryState>(
            """
            select id as outbox_id, queued_at, status, attempts, last_error, next_attempt_at, message_id
            from outbox where notice_id = @Id and kind = @Kind order by id desc limit 1
            """,
            notice);
        return (mail ?? new DeliveryState()) with { Events = await MailEvents.OfNoticeAsync(connection, notice.Id) };
    }

    /// <summary>What somebody still has to see to, the newest first.</summary>
    public Task<IReadOnlyList<UndeliveredNotice>> UndeliveredAsync(long caseId) => database.ReadAsync<IReadOnlyList<UndeliveredNotice>>(async connection =>
    {
        var failed = await connection.QueryAsync<NoticeRow>(
            """
            select n.* from notices n
            where n.case_id = @caseId and n.status = 'sent'
              and exists (select 1 from outbox o join mail_events e on e.outbox_id = o.id
                where o.notice_id = n.id and o.kind = n.kind and e.event in ('refused', 'failed', 'bounced'))
            order by n.id desc
            """,
            new { caseId });
        var all = new List<UndeliveredNotice>();
        foreach (var notice in failed.AsList())
        {
            var lost = (await OfAsync(connection, notice)).Undelivered.ToList();
            if (lost.Count > 0) all.Add(new UndeliveredNotice(notice.Ref, notice.Kind, lost));
        }

        return all;
    });

    /// <summary>The last word about each recipient, in the last mail to them: clocks of servers differ, so what is final there counts before what is not.</summary>
    internal static IEnumerable<MailEvent> Latest(IEnumerable<MailEvent> events) => events.GroupBy(one => one.Recipient).Select(heard =>
    {
        var last = heard.GroupBy(one => one.OutboxId).MaxBy(mail => mail.Key)!;
        return last.LastOrDefault(one => one.IsFailure || one.Event == Words.Of(MailEventKind.Delivered)) ?? last.Last();
    });

    internal static IEnumerable<string> Reached(IEnumerable<MailEvent> events) => Latest(events).Where(one => !one.IsFailure).Select(one => one.Recipient);

    /// <summary>"bounced", "refused by our server".</summary>
    public static string Word(MailEvent heard) => Words.Parse<MailEventKind>(heard.Event) switch
    {
        MailEventKind.Accepted => "taken by our server",
        MailEventKind.Refused => "refused",
        MailEventKind.Failed => "not sent",
        MailEventKind.Delayed => "delayed, still tried",
        MailEventKind.Relayed => "passed on to a server that reports no more",
        MailEventKind.Delivered => "delivered",
        MailEventKind.Bounced => "bounced",
        _ => "called unwanted",
    };

    /// <summary>"was delivered to legal@perch.example".</summary>
    internal static string Said(MailEvent heard) => Words.Parse<MailEventKind>(heard.Event) switch
    {
        MailEventKind.Delayed => $"is delayed on its way to {heard.Recipient}: {Shown.Briefly(heard.Said)}",
        MailEventKind.Delivered => $"was delivered to {heard.Recipient}",
        MailEventKind.Relayed => $"was passed on to a server of {heard.Recipient} that reports no more",
        MailEventKind.Complained => $"was called unwanted by {heard.Recipient}",
        MailEventKind.Accepted => $"was taken for {heard.Recipient}",
        _ => $"did not reach {heard.Recipient}: {Shown.Briefly(heard.Said)}",
    };
}
