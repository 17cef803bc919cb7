using AbuseDesk.Database;
using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Notices.Review;

/// <summary>The checks that ask the record as it is now.</summary>
internal static class RecordChecks
{
    /// <summary>A contact may be taken off the customer list after the notice was drafted.</summary>
    public static async Task<NoticeCheck> ReadersAsync(DeskTransaction tx, NoticeFacts facts, NoticeRow notice)
    {
        const string source = "customer list";
        if (facts.Customer is not { To.Count: > 0 } customer)
            return new(false, "Nobody is addressed; add a contact to the customer and redraft.", source) { About = CheckedFact.Case(facts) };
        var listed = (await tx.QueryAsync<string>("select email from contacts where customer_id = @CustomerId", notice)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var readers = customer.To.Concat(customer.Cc).ToList();
        return readers.Find(reader => !listed.Contains(reader)) is { } gone
            ? new(false, $"{gone} is no contact of the customer any more; draft the notice again for those who are.", source) { About = CheckedFact.Case(facts) }
            : new(true, $"Addressed to {string.Join(", ", readers)}", source);
    }

    /// <summary>A screenshot that is printed, or else the report as it came in.</summary>
    public static async Task<NoticeCheck> EvidencedAsync(DeskTransaction tx, NoticeFacts facts, NoticeRow notice)
    {
        const string source = "the record";
        var bare = (await tx.QueryAsync<int>(
            """
            select i.number from notice_items n join items i on i.id = n.item_id
            where n.notice_id = @Id
              and not exists (select 1 from screenshots s where s.item_id = i.id)
              and not exists (select 1 from report_items l join reports r on r.id = l.report_id where l.item_id = i.id and r.original_sha256 is not null)
            order by i.number
            """,
            notice)).ToList();
        return bare.Count == 0
            ? new(true, $"Each of the {facts.Items.Count} items cited has evidence on record", source)
            : new(false, $"{(bare.Count == 1 ? $"Item {bare[0]} has" : $"Items {string.Join(", ", bare.Take(8))} have")} no evidence: neither a screenshot nor a report as it came in; add a screenshot with a check, or reverse what was upheld.", source) { About = CheckedFact.Item(facts, bare[0]) };
    }

    public static async Task<IReadOnlyList<Reporter>> ReportersAsync(DeskTransaction tx, NoticeRow notice) =>
    [
        .. (await tx.QueryAsync<(string? Name, string? Email, string? Released)>(
            """
            select distinct r.reporter_name, r.reporter_email, case when r.identity_released_at is null then null else r.ref end
            from notice_items n join report_items ri on ri.item_id = n.item_id join reports r on r.id = ri.report_id
            where n.notice_id = @Id and (r.reporter_name is not null or r.reporter_email is not null)
            """,
            notice)).Select(row => new Reporter(row.Name, row.Email) { ReleasedIn = row.Released }),
    ];
}
