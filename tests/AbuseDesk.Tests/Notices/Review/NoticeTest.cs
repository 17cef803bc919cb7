using AbuseDesk.Cases;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using AbuseDesk.Tests.Web;
using Dapper;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Review;

/// <summary>A customer with contacts, terms with contract paths, and short ways through the life of a notice.</summary>
public abstract class NoticeTest(Engine engine) : WebTest(engine)
{
    protected const string CaseRef = "C-2020-0001";

    private const string Paths =
        """
        [{"id":"cure","clause":"9.2","title":"Cure","cure_days":30,"preconditions":[]},
         {"id":"immediate","clause":"9.3","title":"Immediate","cure_days":0,"preconditions":[
           {"id":"a","fact":"critical_content","topic":"violence","label":"life or safety in danger"},
           {"id":"b","fact":"written_warning","topic":"violence","label":"written warning"}]}]
        """;

    protected override bool StartsTheWeb => false;

    [SetUp]
    public async Task Seed()
    {
        await Known.CustomersAndTermsAsync(Database);
        var document = await Get<AbuseDesk.Evidence.IEvidenceStore>().PutAsync("The terms, as they were published."u8.ToArray());
        await Database.WriteAsync(async tx =>
        {
            await tx.ExecuteAsync("update terms_versions set document_sha256 = @document", new { document });
            await tx.ExecuteAsync("update terms_versions set contract_paths = @Paths where version = '2020-12-01'", new { Paths });
            await tx.ExecuteAsync(
                """
                insert into clauses (terms_version_id, ordinal, number, heading, topic, body)
                select id, 2, '9.2', 'Cure', 'cure', 'We may suspend after 30 days.' from terms_versions where version = '2020-12-01'
                union all
                select id, 3, '9.3', 'Immediate', 'immediate', 'We may suspend at once, where

                (a) content endangers persons; and

                (b) we have warned you.' from terms_versions where version = '2020-12-01'
                """);
            foreach (var (role, locale, zone) in new[] { ("abuse", "en", "Europe/Paris"), ("legal", "en", "Europe/Paris"), ("owner", "de-CH", "Europe/Zurich") })
            {
                await tx.ExecuteAsync(
                    "insert into contacts (customer_id, role, name, email, locale, zone) select id, @role, @role, @role || '@perch.example', @locale, @zone from customers where account = 'A-1042'",
                    new { role, locale, zone });
            }
        });
        Clock.Now = At("2020-12-05T17:00:00Z");
    }

    protected async Task FileAsync(int items, Severity severity = Severity.Critical)
    {
        for (var item = 1; item <= items; item++)
        {
            var seen = Clock.Now - Duration.FromHours(1);
            await Get<FileReport>().RunAsync(People.Ines, Known.Report($"{Clock.Now.ToUnixTimeSeconds()}-{item}", seen, "7.4", severity) with
            {
                Screenshots = [Known.Screenshot(seen, 40 + item)],
            });
        }
    }

    protected async Task<string> ForwardAsync(Duration? toAct = null)
    {
        var drafted = await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest
        {
            CaseRef = CaseRef,
            Kind = NoticeKind.Forwarding,
            ActBy = PromisedTime.At(Clock.Now + (toAct ?? Duration.FromHours(24)), "America/Los_Angeles"),
        });
        await Get<SendNotice>().RunAsync(People.Ines, drafted.Ref);
        return drafted.Ref;
    }

    protected async Task WarnAsync()
    {
        var drafted = await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest { CaseRef = CaseRef, Kind = NoticeKind.Warning });
        await Get<SendNotice>().RunAsync(People.Ines, drafted.Ref);
    }

    /// <summary>Three items forwarded, checked and warned about; then a suspension is drafted and submitted.</summary>
    protected async Task<string> SubmittedAsync(string path = "immediate", Actor? reviewer = null)
    {
        await FileAsync(3);
        await ForwardAsync();
        Clock.Now += Duration.FromHours(25);
        await CheckAsync(1, CheckOutcome.Removed);
        await CheckAsync(2, CheckOutcome.StillUp);
        await CheckAsync(3, CheckOutcome.StillUp);
        await WarnAsync();
        Clock.Now += Duration.FromHours(1);
        var drafted = await Get<DraftNotice>().RunAsync(People.Ines, Suspension(path) with { Reviewer = reviewer?.Login });
        await Get<SubmitNotice>().RunAsync(People.Ines, drafted.Ref);
        return drafted.Ref;
    }

    protected static DraftNoticeRequest Suspension(string path = "immediate") => new()
    {
        CaseRef = CaseRef,
        Kind = NoticeKind.Suspension,
        ContractPath = path,
        Effective = PromisedTime.Parse("2020-12-08T23:59", "America/Los_Angeles"),
        PreserveUntil = PromisedTime.Parse("2021-01-10T23:59", "America/Los_Angeles"),
        AcknowledgeBy = PromisedTime.Parse("2020-12-08T12:00", "America/Los_Angeles"),
    };

    protected Task CheckAsync(int item, CheckOutcome outcome) =>
        Get<RecordChecks>().RunAsync(People.Tomas, CaseRef, [new ItemCheck(item, outcome, Clock.Now)]);

    /// <summary>Adds a person to the staff, as they would be after “users add”.</summary>
    protected Task HireAsync(Actor person) => Database.WriteAsync(tx => tx.ExecuteAsync(
        "insert into staff (login, name, title, email, zone, roles, security_stamp, created_at) values (@Login, @Name, 'Counsel', @Login || '@cloud.example', 'America/Los_Angeles', @roles, 'stamp', @Now)",
        new { person.Login, person.Name, roles = string.Join(' ', person.Roles.Select(Words.Of)), tx.Now }));

    protected async Task<string> StatusAsync(string reference) => (await Get<NoticeRecords>().GetAsync(reference)).Status;

    protected Task<long> CountAsync(string from, object? parameters = null) =>
        Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>($"select count(*) from {from}", parameters));
}
