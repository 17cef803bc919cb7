using AbuseDesk.Database;
using AbuseDesk.Journal;
using NodaTime;

namespace AbuseDesk.Mail;

/// <summary>Writes what became of an attempt, and journals what is final.</summary>
public sealed class DeliveryOutcome(DeskDatabase database)
{
    /// <returns>The status that the mail has now; null if the lease ran out and another worker has it.</returns>
    public Task<OutboxStatus?> RecordAsync(QueuedMail mail, string holder, Delivery delivery) => database.WriteAsync(async tx =>
    {
        var pause = RetryPause.After(mail.Attempts + 1);
        OutboxStatus? status = delivery switch
        {
            Delivery.Sent => OutboxStatus.Sent,
            Delivery.Refused => OutboxStatus.Failed,
            _ => pause is null ? OutboxStatus.Failed : OutboxStatus.Waiting,
        };
        var ours = await tx.ExecuteAsync("delete from outbox_leases where outbox_id = @Id and holder = @holder", new { mail.Id, holder }) == 1;
        // what has left has left, whoever has the mail now: that one must not send it again
        if (!ours && delivery is not Delivery.Sent) return (OutboxStatus?)null;
        var kept = await tx.ExecuteAsync(
            """
            update outbox set status = @status, attempts = attempts + 1, next_attempt_at = @next, counted_from = @Now,
              last_error = @reason, sent_at = @sentAt, delivered_to = @deliveredTo, server_id = @serverId
            where id = @Id and status = 'waiting'
            """,
            new
            {
                status = Words.Of(status.Value),
                next = tx.Now + (pause ?? Duration.Zero),
                reason = Reason(delivery),
                sentAt = delivery is Delivery.Sent ? tx.Now : (Instant?)null,
                deliveredTo = (delivery as Delivery.Sent)?.To,
                serverId = (delivery as Delivery.Sent)?.ServerId,
                tx.Now,
                mail.Id,
            }) == 1;
        if (!kept) return (OutboxStatus?)null;
        if (status != OutboxStatus.Waiting) await DeliveryEvents.WriteAsync(tx, mail, delivery);
        await JournalAsync(tx, mail, status.Value, delivery);
        return status;
    });

    private static async Task JournalAsync(DeskTransaction tx, QueuedMail mail, OutboxStatus status, Delivery delivery)
    {
        if (status == OutboxStatus.Waiting) return;
        var (act, summary) = delivery is Delivery.Sent sent
            ? ("mail-sent", $"sent “{mail.Subject}” to {mail.Recipients}{(sent.RefusedRecipients is { Count: > 0 } lost ? $"; not to {string.Join("; ", lost)}" : "")}")
            : ("mail-failed", $"could not send “{mail.Subject}” to {mail.Recipients}: {Reason(delivery)}");
        await JournalWriter.AppendAsync(tx, mail.CaseRef ?? JournalWriter.Desk, Actor.Worker, act, summary, new
        {
            message_id = mail.MessageId,
            kind = mail.Kind,
            recipients = mail.Recipients,
            sha256 = mail.MimeSha256,
            delivered_to = (delivery as Delivery.Sent)?.To,
        });
    }

    private static string? Reason(Delivery delivery) => delivery switch
    {
        Delivery.Later later => later.Reason,
        Delivery.Refused refused => refused.Reason,
        Delivery.Unavailable unavailable => unavailable.Reason,
        Delivery.Sent { RefusedRecipients: { Count: > 0 } lost } => string.Join("; ", lost),
        _ => null,
    };
}
