using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Mail;

/// <summary>Takes mails so that no other worker has them at the same time; what a worker that died had is free again after the lease.</summary>
public sealed class OutboxLease(DeskDatabase database)
{
    private const int AtOnce = 20;
    private static readonly Duration Length = Duration.FromMinutes(10);

    /// <summary>The name under which this worker takes mails.</summary>
    internal string Holder { get; } = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():n}";

    /// <summary>
    /// Mails that are due now, in the order in which they were queued, without their bytes; of each line the first alone, so that
    /// nobody gets the second mail of a case before the first.
    /// </summary>
    internal async Task<IReadOnlyList<QueuedMail>> TakeAsync(CancellationToken cancel)
    {
        var taken = await database.WriteAsync(tx => tx.QueryAsync<QueuedMail>(
            $"""
            update outbox set leased_until = @until, leased_by = @Holder
            where id in (
              select id from outbox o
              where status = 'waiting' and next_attempt_at <= @Now and (leased_until is null or leased_until <= @Now)
                and (line is null or not exists (select 1 from outbox e where e.line = o.line and e.id < o.id and e.status = 'waiting'))
              order by next_attempt_at, id limit {AtOnce} {tx.Dialect.SkipLocked})
            returning id, message_id, kind, recipients, subject, case_ref, attempts, queued_at, mime_sha256
            """,
            new { until = tx.Now + Length, Holder, tx.Now }), cancel);
        return [.. taken.OrderBy(mail => mail.Id)];
    }

    /// <summary>Gives back what was not tried.</summary>
    internal Task ReturnAsync(IEnumerable<QueuedMail> untried)
    {
        var ids = untried.Select(mail => mail.Id).ToArray();
        return database.WriteAsync(tx => tx.ExecuteAsync(
            $"update outbox set leased_until = null, leased_by = null where leased_by = @Holder and status = 'waiting' and id {tx.Dialect.InList("@ids")}",
            new { Holder, ids }));
    }
}
