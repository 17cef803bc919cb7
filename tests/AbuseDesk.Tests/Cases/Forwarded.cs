using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Tests.Cases;

/// <summary>What the layers above the cases write, for tests of the figures: notices that were sent.</summary>
internal static class Forwarded
{
    /// <summary>Items of a case by their numbers, sent at the clock's instant.</summary>
    public static Task ItemsAsync(DeskDatabase database, long caseId, int batch, Instant actBy, params int[] numbers) => database.WriteAsync(async tx =>
    {
        var notice = await NoticeAsync(tx, caseId, "forwarding", $"N-{batch}", actBy);
        var forwarding = await tx.GetAsync<long>(
            """
            insert into forwardings (case_id, batch, notice_id, sent_at, act_by_at, act_by_local, act_by_zone)
            values (@caseId, @batch, @notice, @Now, @actBy, '', 'UTC') returning id
            """,
            new { caseId, batch, notice, tx.Now, actBy });
        foreach (var number in numbers)
        {
            await tx.ExecuteAsync(
                "insert into forwarding_items (forwarding_id, item_id) select @forwarding, id from items where case_id = @caseId and number = @number",
                new { forwarding, caseId, number });
        }
    });

    /// <summary>A warning or a plan request, sent at the clock's instant.</summary>
    public static Task NoticeAsync(DeskDatabase database, long caseId, string kind, string noticeRef, Instant? actBy = null) =>
        database.WriteAsync(tx => NoticeAsync(tx, caseId, kind, noticeRef, actBy));

    private static Task<long> NoticeAsync(DeskTransaction tx, long caseId, string kind, string noticeRef, Instant? actBy) => tx.GetAsync<long>(
        """
        insert into notices (ref, case_id, customer_id, kind, status, current_version, author, language, addressee, recipients, copies,
          customer_zone, act_by_at, verification_code, created_at, sent_at, sent_by)
        select @noticeRef, id, customer_id, @kind, 'sent', 1, 'ines', 'en', 'abuse', 'abuse@perch.example', '', 'UTC', @actBy, @noticeRef, @Now, @Now, 'ines'
        from cases where id = @caseId
        returning id
        """,
        new { noticeRef, caseId, kind, actBy, tx.Now });
}
