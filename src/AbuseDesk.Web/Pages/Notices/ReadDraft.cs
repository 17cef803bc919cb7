using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Terms;
using AbuseDesk.Web.Staff;
using Dapper;

namespace AbuseDesk.Web.Pages.Notices;

/// <summary>Reads what the form of a draft shows.</summary>
public sealed class ReadDraft(DeskDatabase database, Colleagues colleagues, KnownZones zones)
{
    public async Task<DraftView> RunAsync(CaseDetails details, string kind, string author)
    {
        var terms = kind == "suspension" ? await database.ReadAsync(connection => TermsRecords.FindInForceAsync(connection, database.Now)) : null;
        var unsent = kind == "forwarding" ? await UnsentAsync(details.Id) : [];
        return new DraftView(
            terms?.Paths ?? [], terms?.Version ?? "", unsent, await colleagues.WhoReviewNoticesOfAsync(author),
            await zones.ListAsync(details.Contacts.Select(contact => contact.Zone).FirstOrDefault()),
            await HasLiftedAsync(details.Id));
    }

    private async Task<bool> HasLiftedAsync(long caseId) => await database.ReadAsync(connection => connection.QueryFirstOrDefaultAsync<string>(
        "select status from suspensions where case_id = @caseId order by id desc limit 1", new { caseId })) == "lifted";

    private Task<IReadOnlyList<int>> UnsentAsync(long caseId) => database.ReadAsync<IReadOnlyList<int>>(async connection => (await connection.QueryAsync<int>(
        """
        select i.number from items i
        where i.case_id = @caseId
          and exists (select 1 from violations v where v.item_id = i.id and v.reversed_at is null)
          and not exists (select 1 from forwarding_items f where f.item_id = i.id)
        order by i.number
        """,
        new { caseId })).AsList());
}
