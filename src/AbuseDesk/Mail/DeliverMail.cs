using System.Data.Common;
using System.Security.Cryptography;
using AbuseDesk.Database;
using Dapper;

namespace AbuseDesk.Mail;

/// <summary>What one pass over the outbox did; <see cref="Unavailable"/> says why it ended early.</summary>
public sealed record DeliverySummary(int Sent, int Postponed, int Failed, string? Unavailable = null);

/// <summary>
/// One pass over the outbox. Any number of workers may run it at once: each takes mails under a lease that it renews, sends outside
/// of any transaction, and then writes what became of them.
/// </summary>
public sealed class DeliverMail(DeskDatabase database, OutboxLease lease, DeliveryOutcome outcome, IMailer mailer)
{
    /// <summary>Ends when nothing is left that is due, or when the mailer says that nothing can be sent at present.</summary>
    public async Task<DeliverySummary> RunAsync(CancellationToken cancel = default)
    {
        await PutBackClock.FollowAsync(database, cancel);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var renewing = RenewAsync(ended.Token);
        try
        {
            return await PassAsync(cancel);
        }
        finally
        {
            await ended.CancelAsync();
            await renewing;
        }
    }

    private async Task<DeliverySummary> PassAsync(CancellationToken cancel)
    {
        var (sent, postponed, failed) = (0, 0, 0);
        while (await lease.TakeAsync(cancel) is { Count: > 0 } taken)
        {
            for (var i = 0; i < taken.Count; i++)
            {
                if (cancel.IsCancellationRequested) await lease.ReturnAsync(taken.Skip(i));
                cancel.ThrowIfCancellationRequested();
                if (await SendAsync(taken[i], cancel) is not { } delivery) continue;
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

    // in real time, whatever the clock says meanwhile
    private async Task RenewAsync(CancellationToken ended)
    {
        using var timer = new PeriodicTimer(lease.Times.Renewal);
        try
        {
            while (await timer.WaitForNextTickAsync(ended)) await RenewOnceAsync(ended);
        }
        catch (OperationCanceledException)
        {
            // the pass has ended
        }
    }

    private async Task RenewOnceAsync(CancellationToken ended)
    {
        try
        {
            await lease.RenewAsync(ended);
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            // the database is away; nobody else reaches it either, and the next turn comes soon
        }
    }

    /// <returns>Null if somebody else has the mail by now, or has sent it.</returns>
    private async Task<Delivery?> SendAsync(QueuedMail mail, CancellationToken cancel)
    {
        var mime = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<byte[]>(
            "select mime from outbox o join outbox_leases l on l.outbox_id = o.id where o.id = @Id and o.status = 'waiting' and l.holder = @Holder",
            new { mail.Id, lease.Holder }), cancel);
        if (mime is null) return null;
        return Convert.ToHexStringLower(SHA256.HashData(mime)) == mail.MimeSha256
            ? await mailer.SendAsync(mail with { Mime = mime }, cancel)
            : new Delivery.Refused("The message in the outbox is not the one that was queued: its SHA-256 differs.");
    }
}
