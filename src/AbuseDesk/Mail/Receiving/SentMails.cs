using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Mail.Receiving;

/// <summary>A mail of the outbox that something that came in is about.</summary>
public sealed record SentMail
{
    public required long Id { get; init; }

    public required string Recipients { get; init; }

    public required Instant QueuedAt { get; init; }

    public long? CaseId { get; init; }

    public string? CaseRef { get; init; }
}

/// <summary>Finds mails that were sent by what others call them, and keeps what is reported of them.</summary>
public static class SentMails
{
    /// <summary>The mail that one of the ids names, the first that does; null where none does.</summary>
    /// <param name="tx">Any transaction.</param>
    /// <param name="ids">Message-IDs without angle brackets, or ids of a service.</param>
    public static async Task<SentMail?> FindAsync(DeskTransaction tx, IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            // a service that writes a Message-ID of its own makes it of its id and a domain
            var found = await tx.QueryAsync<SentMail>(
                """
                select id, recipients, queued_at, case_id, case_ref from outbox
                where message_id = @id or server_id = @id or server_id = @local
                order by id limit 1
                """,
                new { id, local = id.Split('@')[0] });
            if (found.FirstOrDefault() is { } mail) return mail;
        }

        return null;
    }

    /// <summary>Keeps what is reported, each piece once.</summary>
    /// <returns>The mail that it is about; null where the desk sent none that is called so.</returns>
    public static async Task<SentMail?> ReportAsync(DeskTransaction tx, IReadOnlyList<DeliveryNews> all)
    {
        SentMail? about = null;
        foreach (var news in all)
        {
            if (await FindAsync(tx, news.Ids) is not { } mail) continue;
            about = mail;
            await MailEvents.AddAsync(tx, mail.Id, news.Event with
            {
                Recipient = Recipient(mail, news),
                // a clock that is wrong must not make a delivery earlier than its sending, nor later than today
                At = Instant.Max(mail.QueuedAt, Instant.Min(news.Event.At, tx.Now)),
            });
        }

        return about;
    }

    // where a mailbox forwards, the report names the address at the end; with one recipient there is no doubt who is meant
    private static string Recipient(SentMail mail, DeliveryNews news)
    {
        var recipients = mail.Recipients.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return recipients.FirstOrDefault(one => string.Equals(one, news.Event.Recipient, StringComparison.OrdinalIgnoreCase))
            ?? recipients.FirstOrDefault(one => string.Equals(one, news.FinalRecipient, StringComparison.OrdinalIgnoreCase))
            ?? (recipients.Length == 1 ? recipients[0] : news.Event.Recipient);
    }
}
