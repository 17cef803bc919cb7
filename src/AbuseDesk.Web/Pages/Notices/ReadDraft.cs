using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates;
using AbuseDesk.Notices.Workshop;
using AbuseDesk.Terms;
using AbuseDesk.Web.Components;
using AbuseDesk.Web.Staff;
using Dapper;

namespace AbuseDesk.Web.Pages.Notices;

/// <summary>Reads what the form of a draft shows.</summary>
public sealed class ReadDraft(DeskDatabase database, Colleagues colleagues, KnownZones zones, CurrentTemplates templates)
{
    public async Task<DraftView> RunAsync(CaseDetails details, string kind, string author, IReadOnlyDictionary<string, string> readers)
    {
        var terms = Words.TryParse<NoticeKind>(kind, out var known) && NoticeKinds.IsMeasure(known) ? await database.ReadAsync(connection => TermsRecords.FindInForceAsync(connection, database.Now)) : null;
        var unsent = kind == "forwarding" ? await UnsentAsync(details.Id) : [];
        return new DraftView(
            [.. (terms?.Paths ?? []).Where(path => path.Id == "termination" == (kind == "termination"))], terms?.Version ?? "", unsent, await colleagues.WhoReviewNoticesOfAsync(author),
            await zones.ListAsync(details.Contacts.Select(contact => contact.Zone).FirstOrDefault()),
            await HasLiftedAsync(details.Id), await LanguageAsync(details, kind, readers));
    }

    // the first contact of the first role that is addressed gives it, as when the notice is drafted
    private async Task<string?> LanguageAsync(CaseDetails details, string kind, IReadOnlyDictionary<string, string> readers)
    {
        var role = readers.FirstOrDefault(reader => reader.Value == "to").Key;
        if (details.Contacts.FirstOrDefault(contact => contact.Role == role) is not { } first || !Words.TryParse<NoticeKind>(kind, out var known))
            return null;
        var language = await templates.LanguageForAsync(known, first.Locale);
        return language == TemplateLibrary.LanguageOf(first.Locale)
            ? $"It is written in {Language.Of(language)}, the language of {first.Name}, who is addressed first."
            : $"It is written in English: no template speaks the language of {first.Name}, who is addressed first ({Language.Of(first.Locale)}, {first.Locale}).";
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
