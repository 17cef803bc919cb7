using System.Security.Cryptography;
using AbuseDesk.Database;

namespace AbuseDesk.Mail;

/// <summary>What one pass over the outbox did; <see cref="Unavailable"/> says why it ended early.</summary>
public sealed record DeliverySummary(int Sent, int Postponed, int Failed, string? Unavailable = null);

/// <summary>
/// One pass over the outbox. Any number of workers may run it at once: each takes mails under a lease, sends outside of any
/// transaction, and then writes what became of them.
/// </summary>
public sealed class DeliverMail(DeskDatabase database, OutboxLease lease, DeliveryOutcome outcome, IMailer mailer)
{
    /// <summary>Ends when nothing is left that is due, or when the mailer says that nothing can be sent at present.</summary>
    public async Task<DeliverySummary> RunAsync(CancellationToken cancel = default)
    {
        var (sent, postponed, failed) = (0, 0, 0);
        while (await lease.TakeAsync(cancel) is { Count: > 0 } taken)
        {
            for (var i = 0; i < taken.Count; i++)
            {
                var delivery = await SendAsync(taken[i], cancel);
                switch (await outcome.RecordAsync(taken[i], lease.Holder, delivery))
                {
                    case OutboxStatus.Sent: sent++; break;
                    case OutboxStatus.Waiting: postponed++; break;
                    case OutboxStatus.Failed: failed++; break;
                }

                if (delivery is not Delivery.Unavailable { Reason: var reason }) continue;
                await lease.ReturnAsync(taken.Skip(i + 1));
                return new DeliverySummary(sent, postponed, failed, reason);
            }
        }

        return new DeliverySummary(sent, postponed, failed);
    }

    private async Task<Delivery> SendAsync(QueuedMail mail, CancellationToken cancel)
    {
        var mime = await database.ReadAsync(connection => Dapper.SqlMapper.QuerySingleAsync<byte[]>(
            connection, "select mime from outbox where id = @Id", new { mail.Id }), cancel);
        return Convert.ToHexStringLower(SHA256.HashData(mime)) == mail.MimeSha256
            ? await mailer.SendAsync(mail with { Mime = mime }, cancel)
            : new Delivery.Refused("The message in the outbox is not the one that was queued: its SHA-256 differs.");
    }
}
