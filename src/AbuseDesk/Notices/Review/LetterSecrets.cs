using AbuseDesk.Database;
using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Notices.Review;

/// <summary>What a letter to a reporter must not say.</summary>
/// <param name="CustomerName">The customer's name.</param>
/// <param name="Account">Their account.</param>
/// <param name="Contacts">Their people.</param>
/// <param name="Reporters">Who else reported.</param>
internal sealed record LetterSecrets(string CustomerName, string Account, IReadOnlyList<Reporter> Contacts, IReadOnlyList<Reporter> Reporters)
{
    public static async Task<LetterSecrets> ReadAsync(DeskTransaction tx, NoticeRow notice)
    {
        var (name, account) = await tx.GetAsync<(string, string)>("select name, account from customers where id = @CustomerId", notice);
        var contacts = await tx.QueryAsync<(string?, string?)>("select name, email from contacts where customer_id = @CustomerId order by id", notice);
        var reporters = await tx.QueryAsync<(string?, string?)>(
            """
            select distinct r.reporter_name, r.reporter_email
            from reports r join report_items l on l.report_id = r.id join items i on i.id = l.item_id
            where i.case_id = @CaseId and r.source <> 'own' and lower(trim(coalesce(r.reporter_email, ''))) <> lower(@Recipients)
              and (r.reporter_name is not null or r.reporter_email is not null)
            """,
            notice);
        return new LetterSecrets(name, account, [.. contacts.Select(People)], [.. reporters.Select(People)]);

        static Reporter People((string? Name, string? Email) row) => new(row.Name, row.Email);
    }
}
