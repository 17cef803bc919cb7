using AbuseDesk.Database;

namespace AbuseDesk.Mail;

/// <summary>What an attempt that is final says of each recipient.</summary>
internal static class DeliveryEvents
{
    public static async Task WriteAsync(DeskTransaction tx, QueuedMail mail, Delivery delivery)
    {
        var (kind, said, refused) = delivery switch
        {
            Delivery.Sent sent => (MailEventKind.Accepted, sent.To, sent.RefusedRecipients ?? []),
            Delivery.Refused whole => (MailEventKind.Failed, whole.Reason, whole.Recipients ?? []),
            Delivery.Later later => (MailEventKind.Failed, $"Given up after {mail.Attempts + 1} attempts: {later.Reason}", []),
            Delivery.Unavailable none => (MailEventKind.Failed, $"Given up after {mail.Attempts + 1} attempts: {none.Reason}", (IReadOnlyList<RefusedRecipient>)[]),
            _ => throw new InvalidOperationException($"{delivery} is no outcome."),
        };
        foreach (var address in mail.Recipients.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var no = refused.FirstOrDefault(one => string.Equals(one.Address, address, StringComparison.OrdinalIgnoreCase));
            await MailEvents.AddAsync(tx, mail.Id, new MailEvent
            {
                Recipient = address,
                Event = Words.Of(no is null ? kind : MailEventKind.Refused),
                At = tx.Now,
                Said = no?.Answer ?? said,
                Source = MailEvent.OurSending,
            });
        }
    }
}
