using System.Globalization;
using System.Text;
using AbuseDesk.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Mail;

/// <summary>A mail that was not queued, and why, in one sentence.</summary>
public sealed record RefusedMail(OutgoingMail Mail, string Problem);

/// <summary>Queues mail in the transaction of the act that causes it; a worker sends it later.</summary>
public sealed class Outbox(SenderIdentity sender)
{
    /// <param name="tx">The transaction of the act; its instant is the date of the mail.</param>
    /// <param name="mail">The mail.</param>
    /// <returns>False if this very mail (the same Message-ID) was queued before; nothing is written then.</returns>
    /// <exception cref="DeskException">A field holds a line break, an address is none, or nobody is addressed.</exception>
    public async Task<bool> AddAsync(DeskTransaction tx, OutgoingMail mail) =>
        await InsertAsync(tx, [(mail, ComposedMail.Of(mail, sender, tx.Now))]) == 1;

    /// <summary>Puts a fuller mail in the place of the one that waits, and lets it leave at once.</summary>
    /// <param name="tx">The transaction of the act.</param>
    /// <param name="mail">With the same Message-ID.</param>
    /// <param name="date">Of the mail that waits.</param>
    /// <returns>False if that one has left, or was tried: nobody gets two mails under one Message-ID.</returns>
    public async Task<bool> ReplaceAsync(DeskTransaction tx, OutgoingMail mail, Instant date)
    {
        var composed = ComposedMail.Of(mail, sender, date);
        return await tx.ExecuteAsync(
            """
            update outbox set mime = @Mime, mime_sha256 = @Sha256, next_attempt_at = @Now
            where message_id = @MessageId and status = 'waiting' and attempts = 0
              and not exists (select 1 from outbox_leases l where l.outbox_id = outbox.id)
            """,
            new { composed.Mime, composed.Sha256, tx.Now, composed.MessageId }) == 1;
    }

    /// <summary>Queues many mails in few statements; one that cannot be sent keeps none of the others back.</summary>
    /// <param name="tx">The transaction of the act; its instant is the date of the mails.</param>
    /// <param name="mails">The mails; those queued before are passed over.</param>
    public async Task<IReadOnlyList<RefusedMail>> AddAllAsync(DeskTransaction tx, IEnumerable<OutgoingMail> mails)
    {
        var (composed, refused) = (new List<(OutgoingMail, ComposedMail)>(), new List<RefusedMail>());
        foreach (var mail in mails)
        {
            try
            {
                composed.Add((mail, ComposedMail.Of(mail, sender, tx.Now)));
            }
            catch (DeskException problem)
            {
                refused.Add(new RefusedMail(mail, problem.Message));
            }
        }

        foreach (var rows in composed.Chunk(tx.Dialect.RowsPerInsert))
            await InsertAsync(tx, rows);
        return refused;
    }

    /// <summary>Under which Message-ID a mail stands in the outbox.</summary>
    public string IdOf(OutgoingMail mail) => ComposedMail.IdOf(mail, sender);

    private static Task<int> InsertAsync(DeskTransaction tx, (OutgoingMail Mail, ComposedMail Composed)[] rows)
    {
        var values = new StringBuilder();
        var parameters = new DynamicParameters(new { tx.Now });
        for (var i = 0; i < rows.Length; i++)
        {
            var (mail, composed) = rows[i];
            if (i > 0) values.Append(",\n");
            values.Append(CultureInfo.InvariantCulture, $"(@id{i}, @kind{i}, @to{i}, @subject{i}, @case{i}, @caseRef{i}, @notice{i}, @line{i}, @mime{i}, @sha{i}, 'waiting', @next{i}, @Now)");
            parameters.Add($"id{i}", composed.MessageId);
            parameters.Add($"kind{i}", mail.Kind);
            parameters.Add($"to{i}", string.Join(", ", mail.Everybody.Select(party => party.Address).Distinct(StringComparer.OrdinalIgnoreCase)));
            parameters.Add($"subject{i}", mail.Subject);
            parameters.Add($"case{i}", mail.CaseId, System.Data.DbType.Int64);
            parameters.Add($"caseRef{i}", mail.CaseRef, System.Data.DbType.String);
            parameters.Add($"notice{i}", mail.NoticeId, System.Data.DbType.Int64);
            parameters.Add($"line{i}", Line(mail), System.Data.DbType.String);
            parameters.Add($"mime{i}", composed.Mime);
            parameters.Add($"sha{i}", composed.Sha256);
            parameters.Add($"next{i}", mail.NotBefore ?? tx.Now);
        }

        return tx.ExecuteAsync(
            $"""
            insert into outbox (message_id, kind, recipients, subject, case_id, case_ref, notice_id, line, mime, mime_sha256, status, next_attempt_at, queued_at)
            values {values}
            on conflict (message_id) do nothing
            """,
            parameters);
    }

    // who gets several mails of a case gets them in their order; a customer's server that is slow keeps none from the desk's own people
    private static string? Line(OutgoingMail mail) =>
        mail.CaseRef is { } caseRef ? $"{caseRef} {mail.To[0].Address.Split('@')[^1].ToLowerInvariant()}" : null;
}
