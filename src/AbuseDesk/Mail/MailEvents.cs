using System.Data.Common;
using System.Text.RegularExpressions;
using AbuseDesk.Database;
using AbuseDesk.Mail.Receiving;
using Dapper;

namespace AbuseDesk.Mail;

/// <summary>The rows about what became of mails.</summary>
public static partial class MailEvents
{
    private const int LongestAnswer = 2000;

    /// <returns>False where the same was heard before.</returns>
    public static async Task<bool> AddAsync(DeskTransaction tx, long outboxId, MailEvent heard) => await tx.ExecuteAsync(
        """
        insert into mail_events (outbox_id, recipient, event, at, heard_at, code, said, source, original_sha256)
        values (@outboxId, @recipient, @Event, @at, @Now, @code, @said, @Source, @OriginalSha256)
        on conflict (outbox_id, recipient, event, at) do nothing
        """,
        new
        {
            outboxId,
            recipient = OutsideText.Line(heard.Recipient).ToLowerInvariant(),
            heard.Event,
            at = InstantHandler.Cut(heard.At),
            tx.Now,
            code = heard.Code ?? CodeIn(heard.Said),
            said = OutsideText.Line(heard.Said, LongestAnswer),
            Source = OutsideText.Line(heard.Source),
            heard.OriginalSha256,
        }) == 1;

    /// <summary>What was heard of the mail of a notice itself, in the order in which it happened.</summary>
    public static async Task<IReadOnlyList<MailEvent>> OfNoticeAsync(DbConnection connection, long noticeId) =>
        (await connection.QueryAsync<MailEvent>(
            """
            select e.outbox_id, e.recipient, e.event, e.at, e.code, e.said, e.source, e.original_sha256
            from outbox o join notices n on n.id = o.notice_id and n.kind = o.kind join mail_events e on e.outbox_id = o.id
            where o.notice_id = @noticeId order by e.outbox_id, e.at, e.id
            """,
            new { noticeId })).AsList();

    /// <summary>"5.1.1" where the answer of a server has such a code.</summary>
    public static string? CodeIn(string answer) => Code().Match(answer) is { Success: true } found ? found.Value : null;

    [GeneratedRegex(@"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
