using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Mail;

/// <summary>
/// Takes mails so that no other worker has them at the same time. A worker renews its leases while it works; what a worker that died
/// had is free after about a minute. A lease that has run out is doubted first, and taken over only if its holder stays silent
/// for a while after that: a clock that jumps makes no lease look dead.
/// </summary>
public sealed class OutboxLease(DeskDatabase database, MailLimits? limits = null, LeaseTimes? times = null)
{
    private const int AtOnce = 20;

    public LeaseTimes Times { get; } = times ?? LeaseTimes.Usual;

    /// <summary>The name under which this worker takes mails.</summary>
    public string Holder { get; } = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():n}";

    /// <summary>
    /// Mails that are due now, in the order in which they were queued, without their bytes; of each line the first alone, so that
    /// nobody gets the second mail of a case before the first.
    /// </summary>
    public async Task<IReadOnlyList<QueuedMail>> TakeAsync(CancellationToken cancel)
    {
        var taken = await database.WriteAsync(async tx =>
        {
            await DoubtAsync(tx);
            return limits is { Any: true } ? await TakeWithinAsync(tx, limits) : await TakeAsync(tx, [], AtOnce);
        }, cancel);
        return [.. taken.OrderBy(mail => mail.Id)];
    }

    /// <summary>Says that the holder lives.</summary>
    public Task RenewAsync(CancellationToken cancel) => database.WriteAsync(tx => tx.ExecuteAsync(
        "update outbox_leases set until = @until, doubted_at = null where holder = @Holder",
        new { until = tx.Now + Times.Length, Holder }), cancel);

    /// <summary>Gives back what was not tried.</summary>
    public Task ReturnAsync(IEnumerable<QueuedMail> untried)
    {
        var ids = untried.Select(mail => mail.Id).ToArray();
        return ids.Length == 0 ? Task.CompletedTask : database.WriteAsync(async tx =>
        {
            await tx.ExecuteAsync($"delete from outbox_leases where holder = @Holder and outbox_id {tx.Dialect.InList("@ids")}", new { Holder, ids });
            // an earlier attempt lies at least a minute back: these are the takings of this one
            await tx.ExecuteAsync(
                $"delete from outbox_takings where outbox_id {tx.Dialect.InList("@ids")} and taken_at > @since",
                new { ids, since = tx.Now - Duration.FromMinutes(1) });
        });
    }

    private Task<int> DoubtAsync(DeskTransaction tx) => tx.ExecuteAsync(
        """
        update outbox_leases set doubted_at = @Now
        where (until <= @Now or until > @furthest) and (doubted_at is null or doubted_at > @Now)
        """,
        // beyond that no lease is given: the clock was put back
        new { tx.Now, furthest = tx.Now + Times.Length + Times.Doubt });

    private async Task<List<QueuedMail>> TakeWithinAsync(DeskTransaction tx, MailLimits limits)
    {
        var turns = await DomainTurns.OpenAsync(tx, limits);
        var taken = new List<QueuedMail>();
        for (var closed = -1; taken.Count < AtOnce && closed < turns.Closed.Count;)
        {
            closed = turns.Closed.Count;
            var found = await FindAsync(tx, turns.Closed, AtOnce - taken.Count);
            var allowed = new List<QueuedMail>();
            foreach (var mail in found)
                if (await turns.TakeAsync(mail)) allowed.Add(mail);
            taken.AddRange(await LeaseAsync(tx, allowed));
        }

        return taken;
    }

    private async Task<List<QueuedMail>> TakeAsync(DeskTransaction tx, IReadOnlyCollection<string> closed, int most) =>
        await LeaseAsync(tx, await FindAsync(tx, closed, most));

    private async Task<List<QueuedMail>> FindAsync(DeskTransaction tx, IReadOnlyCollection<string> closed, int most)
    {
        var parameters = new Dapper.DynamicParameters(new { tx.Now, silent = tx.Now - Times.Doubt, most });
        var without = string.Concat(closed.Select((domain, i) =>
        {
            parameters.Add($"closed{i}", $"%@{DomainTurns.Escaped(domain)},%");
            return $" and replace(lower(recipients), ' ', '') || ',' not like @closed{i} escape '!'";
        }));
        return [.. await tx.QueryAsync<QueuedMail>(
            $"""
            select id, message_id, kind, recipients, subject, case_ref, attempts, queued_at, mime_sha256
            from outbox o
            where status = 'waiting' and next_attempt_at <= @Now
              and not exists (select 1 from outbox_leases l where l.outbox_id = o.id and (l.doubted_at is null or l.doubted_at > @silent))
              and (line is null or not exists (select 1 from outbox e where e.line = o.line and e.id < o.id and e.status = 'waiting')){without}
            order by next_attempt_at, id limit @most {tx.Dialect.SkipLocked}
            """,
            parameters)];
    }

    // the insert decides: what another worker has taken since it was found stays with that one
    private async Task<List<QueuedMail>> LeaseAsync(DeskTransaction tx, List<QueuedMail> found)
    {
        if (found.Count == 0) return found;
        var parameters = new Dapper.DynamicParameters(new { until = tx.Now + Times.Length, Holder, silent = tx.Now - Times.Doubt });
        var rows = string.Join(", ", found.Select((mail, i) =>
        {
            parameters.Add($"id{i}", mail.Id);
            return $"(@id{i}, @Holder, @until)";
        }));
        var ours = (await tx.QueryAsync<long>(
            $"""
            insert into outbox_leases (outbox_id, holder, until) values {rows}
            on conflict (outbox_id) do update set holder = excluded.holder, until = excluded.until, doubted_at = null
              where outbox_leases.doubted_at <= @silent
            returning outbox_id
            """,
            parameters)).ToHashSet();
        return [.. found.Where(mail => ours.Contains(mail.Id))];
    }
}
