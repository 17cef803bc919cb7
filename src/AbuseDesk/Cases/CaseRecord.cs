using AbuseDesk.Database;
using Dapper;

namespace AbuseDesk.Cases;

/// <summary>One case with its customer and their contacts.</summary>
public sealed class CaseRecord(DeskDatabase database)
{
    /// <exception cref="DeskException">There is no such case.</exception>
    public async Task<CaseDetails> GetAsync(string caseRef) => await FindAsync(caseRef) ?? throw CaseHead.Unknown(caseRef);

    public Task<CaseDetails?> FindAsync(string caseRef) => database.ReadAsync(async connection =>
    {
        var head = await connection.QuerySingleOrDefaultAsync<CaseDetails>(
            """
            select k.*, c.account as customer_account, c.name as customer_name, s.name as assignee_name,
              (select max(checked_at) from checks where case_id = k.id) as checked_at
            from cases k
            join customers c on c.id = k.customer_id
            left join staff s on s.login = k.assignee
            where k.ref = @caseRef
            """,
            new { caseRef = caseRef.Trim().ToUpperInvariant() });
        if (head is null) return null;
        var contacts = await connection.QueryAsync<CaseContact>(
            """
            select role, name, email, locale, zone, bounced_at, bounce_reason from contacts where customer_id = @CustomerId
            order by case role when 'abuse' then 0 when 'legal' then 1 else 2 end, id
            """,
            head);
        return head with { Contacts = contacts.AsList() };
    });
}
