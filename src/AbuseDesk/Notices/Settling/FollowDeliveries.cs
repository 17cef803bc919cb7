using AbuseDesk.Customers;
using AbuseDesk.Database;
using AbuseDesk.Deadlines.Changing;
using AbuseDesk.Journal;
using AbuseDesk.Mail;
using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Notices.Settling;

/// <summary>
/// Draws the consequences of what was heard about the mail of notices: a delivery is on record, an address that takes no mail is
/// marked, and the author hears of what did not arrive. One worker's pass; running it twice tells nobody twice.
/// </summary>
public sealed class FollowDeliveries(DeskDatabase database, DeliveryAlarm alarm, CountFromDelivery count)
{
    private const int AtOnce = 500;

    /// <returns>How many notices did not reach somebody.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var (alarms, failures) = (0, new PassFailures());
        while (!failures.Any && await NewAsync(cancel) is { Count: > 0 } heard)
        {
            var others = heard.Where(one => one.Ref is null).Select(one => one.Id).ToArray();
            if (others.Length > 0) await database.WriteAsync(tx => DoneAsync(tx, others), cancel);
            foreach (var notice in heard.Where(one => one.Ref is not null).GroupBy(one => (one.NoticeId, Ref: one.Ref!)))
            {
                try
                {
                    if (await database.WriteAsync(tx => FollowAsync(tx, notice.Key.Ref), cancel)) alarms++;
                }
                catch (Exception failure) when (!cancel.IsCancellationRequested)
                {
                    failures.Add(notice.Key.Ref, failure);
                }
            }
        }

        failures.Throw("Following up the delivery of notices");
        return alarms;
    }

    /// <summary>What nobody has followed up; its reference is null where it is not about the mail of a notice itself.</summary>
    private Task<IReadOnlyList<Heard>> NewAsync(CancellationToken cancel) => database.SnapshotAsync<IReadOnlyList<Heard>>(async tx =>
    [
        .. await tx.QueryAsync<Heard>(
            $"""
            select e.id, n.id as notice_id, n.ref
            from mail_events e join outbox o on o.id = e.outbox_id left join notices n on n.id = o.notice_id and n.kind = o.kind
            where e.followed_at is null order by e.id limit {AtOnce}
            """),
    ], cancel);

    private async Task<bool> FollowAsync(DeskTransaction tx, string reference)
    {
        var notice = await Review.TakenNotice.TakeAsync(tx, reference);
        var heard = (await tx.QueryAsync<NewEvent>(
            """
            select e.id, e.recipient, e.event, e.at, e.code, e.said, e.source, e.original_sha256
            from mail_events e join outbox o on o.id = e.outbox_id
            where o.notice_id = @Id and o.kind = @Kind and e.followed_at is null order by e.at, e.id
            """,
            notice)).ToList();
        if (heard.Count == 0) return false;
        await DoneAsync(tx, [.. heard.Select(one => one.Id)]);
        var events = heard.ConvertAll(one => one.ToEvent());
        await DeliveredAsync(tx, notice, events);
        foreach (var bounce in events.Where(one => one.IsOfAddress))
            await ContactBounces.MarkAsync(tx, notice.CustomerId, bounce.Recipient, bounce.At, $"{notice.Ref}: {Shown.Briefly(bounce.Said)}");
        await JournalAsync(tx, notice, events);
        return await alarm.RaiseAsync(tx, notice, events, heard.Max(one => one.Id));
    }

    private async Task DeliveredAsync(DeskTransaction tx, NoticeRow notice, List<MailEvent> events)
    {
        var delivered = events.Where(one => one.Event == Words.Of(MailEventKind.Delivered)).Select(one => one.At).ToList();
        if (delivered.Count == 0) return;
        var at = delivered.Min();
        var earlier = await tx.ExecuteAsync("update notices set delivered_at = @at where id = @Id and (delivered_at is null or delivered_at > @at)", new { at, notice.Id });
        if (earlier > 0 && !NoticeKinds.ForReporter(Words.Parse<NoticeKind>(notice.Kind))) await count.RunAsync(tx, (notice.CaseId, notice.Id, notice.Ref), at);
    }

    // that our own server took or refused it stands in the journal since it was sent
    private static async Task JournalAsync(DeskTransaction tx, NoticeRow notice, List<MailEvent> events)
    {
        var caseRef = await NoticeRecords.CaseRefAsync(tx, notice);
        foreach (var one in events.Where(one => one.Source != MailEvent.OurSending))
        {
            await JournalWriter.AppendAsync(tx, caseRef, Actor.Worker, $"notice-{one.Event}", $"heard that {notice.Ref} {NoticeDelivery.Said(one)}", new
            {
                notice = notice.Ref,
                one.Recipient,
                at = InstantHandler.Text(one.At),
                one.Code,
                one.Said,
                one.Source,
                sha256 = one.OriginalSha256,
            });
        }
    }

    private static Task<int> DoneAsync(DeskTransaction tx, long[] ids) => tx.ExecuteAsync(
        $"update mail_events set followed_at = @Now where id {tx.Dialect.InList("@ids")}", new { tx.Now, ids });

    private sealed record Heard
    {
        public required long Id { get; init; }

        public long? NoticeId { get; init; }

        public string? Ref { get; init; }
    }
}
