using AbuseDesk.Database;

namespace AbuseDesk.Mail;

/// <summary>Queues mail in the transaction of the act that causes it; a worker sends it later.</summary>
public sealed class Outbox(SenderIdentity sender)
{
    /// <param name="tx">The transaction of the act; its instant is the date of the mail.</param>
    /// <param name="mail">The mail.</param>
    /// <returns>False if this very mail (the same Message-ID) was queued before; nothing is written then.</returns>
    /// <exception cref="DeskException">A field holds a line break, an address is none, or nobody is addressed.</exception>
    public async Task<bool> AddAsync(DeskTransaction tx, OutgoingMail mail)
    {
        var composed = ComposedMail.Of(mail, sender, tx.Now);
        return await tx.ExecuteAsync(
            """
            insert into outbox (message_id, kind, recipients, subject, case_id, case_ref, notice_id, mime, mime_sha256, status, next_attempt_at, queued_at)
            values (@MessageId, @Kind, @recipients, @Subject, @CaseId, @CaseRef, @NoticeId, @Mime, @Sha256, 'waiting', @Now, @Now)
            on conflict (message_id) do nothing
            """,
            new
            {
                composed.MessageId,
                mail.Kind,
                recipients = string.Join(", ", mail.Everybody.Select(party => party.Address).Distinct(StringComparer.OrdinalIgnoreCase)),
                mail.Subject,
                mail.CaseId,
                mail.CaseRef,
                mail.NoticeId,
                composed.Mime,
                composed.Sha256,
                tx.Now,
            }) == 1;
    }
}
