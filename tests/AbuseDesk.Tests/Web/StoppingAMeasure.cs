using System.Net;
using AbuseDesk.Cases;
using AbuseDesk.Deadlines;
using AbuseDesk.Suspensions;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using Dapper;
using NodaTime;

namespace AbuseDesk.Tests.Web;

public sealed class StoppingAMeasure(Engine engine) : WebTest(engine)
{
    private static readonly Instant Effective = At("2020-12-17T07:59:00Z");

    private string caseRef = "";

    [SetUp]
    public async Task ScheduleASuspension()
    {
        await Known.CustomersAndTermsAsync(Database);
        Clock.Now = At("2020-12-15T18:00:00Z");
        caseRef = (await Get<AbuseDesk.Reports.FileReport>().RunAsync(People.Ines, Known.Report("1", At("2020-12-14T18:00:00Z"), "7.4"))).CaseRef;
        await Database.WriteAsync(async tx =>
        {
            var row = await tx.GetAsync<(long Id, long CustomerId)>("select id, customer_id from cases where ref = @caseRef", new { caseRef });
            var notice = await tx.GetAsync<long>(
                """
                insert into notices (ref, case_id, customer_id, kind, status, current_version, author, language, addressee, recipients, copies,
                  customer_zone, verification_code, created_at, sent_at)
                values ('N-2020-0036', @Id, @CustomerId, 'suspension', 'sent', 1, 'ines', 'en', 'legal', 'legal@perch.example', '',
                  'Europe/Paris', 'code', @Now, @Now) returning id
                """,
                new { row.Id, row.CustomerId, tx.Now });
            return await Get<ScheduleSuspension>().RunAsync(tx, People.Ines, new ScheduledSuspension
            {
                CaseId = row.Id,
                CaseRef = caseRef,
                CustomerId = row.CustomerId,
                NoticeId = notice,
                NoticeRef = "N-2020-0036",
                ContractPath = "immediate",
                Effective = PromisedTime.At(Effective, "America/Los_Angeles"),
                PreserveUntil = PromisedTime.At(Effective + Duration.FromDays(30), "America/Los_Angeles"),
            });
        });
    }

    [Test]
    public async Task The_case_shows_the_suspension_in_both_zones_and_says_what_calling_it_off_does()
    {
        using var browser = await SignedInAsync(People.Ruth);

        var page = await ReadAsync(browser, $"/cases/{caseRef}");

        Assert.That(page, Does.Contain("Takes effect").And.Contain("Wed 16 Dec 2020, 23:59 PST").And.Contain("Thu 17 Dec, 08:59 in Paris").And.Contain("announced in <a href=\"/notices/N-2020-0036\">"));
        Assert.That(page, Does.Contain("It never takes effect. Its 2 open deadlines are withdrawn.").And.Contain("nothing is written to the customer"));
        using var agent = await SignedInAsync(People.Ines);
        Assert.That(await ReadAsync(agent, $"/cases/{caseRef}"), Does.Contain("Calling it off needs the role lead or legal.").And.Not.Contain("handler=Lift"));
    }

    [Test]
    public async Task A_lawyer_calls_it_off_with_a_reason()
    {
        using var browser = await SignedInAsync(People.Ruth);

        using var bare = await LiftAsync(browser, "scheduled", " ");
        using var answer = await LiftAsync(browser, "scheduled", "They mended it.");

        Assert.That(WebUtility.HtmlDecode(await bare.Content.ReadAsStringAsync()), Does.Contain("Give the reason for lifting"));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await ReadAsync(browser, $"/cases/{caseRef}"), Does.Contain("Called off before it took effect").And.Contain("The suspension is called off."));
        Assert.That(await Get<DeadlineList>().RunAsync(new DeadlineFilter()), Is.Empty);
    }

    [Test]
    public async Task What_took_effect_meanwhile_is_not_called_off_unseen()
    {
        Clock.Now = Effective;
        await Get<TakeEffect>().RunAsync();
        using var browser = await SignedInAsync(People.Ruth);

        using var stale = await LiftAsync(browser, "scheduled", "They mended it.");
        var status = await StatusAsync();
        using var answer = await LiftAsync(browser, "in-effect", "They mended it.");

        Assert.That(WebUtility.HtmlDecode(await stale.Content.ReadAsStringAsync()), Does.Contain("took effect since you opened the page").And.Contain("They mended it.</textarea>"));
        Assert.That((status, answer.StatusCode, await StatusAsync()), Is.EqualTo(("in-effect", HttpStatusCode.Redirect, "lifted")));
    }

    [Test]
    public async Task A_violation_is_reversed_and_another_upheld_on_the_page_of_the_item()
    {
        using var browser = await SignedInAsync(People.Ines);
        var address = $"/cases/{caseRef}/items/1";

        using var bare = await PostAsync(browser, $"{address}?handler=Reverse", address, ("clause", "7.4"), ("reason", ""));
        using var reversed = await PostAsync(browser, $"{address}?handler=Reverse", address, ("clause", "7.4"), ("reason", "satire"));
        var between = await ReadAsync(browser, address);
        using var upheld = await PostAsync(browser, $"{address}?handler=Uphold", address, ("clause", "7.1"), ("severity", "critical"));

        Assert.That(WebUtility.HtmlDecode(await bare.Content.ReadAsStringAsync()), Does.Contain("Give a reason for reversing"));
        Assert.That((reversed.StatusCode, upheld.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Redirect)));
        Assert.That(between, Does.Contain("None counts.").And.Contain("by Ines Calder: satire"));
        Assert.That(await ReadAsync(browser, address), Does.Contain("1 counts."));
        Assert.That((await Get<CaseRecord>().GetAsync(caseRef)).Severity, Is.EqualTo("critical"));
    }

    [Test]
    public async Task A_severity_that_changes_nothing_is_said()
    {
        using var browser = await SignedInAsync(People.Ines);
        var address = $"/cases/{caseRef}/items/1";

        using var answer = await PostAsync(browser, $"{address}?handler=Uphold", address, ("clause", "7.4"), ("severity", "low"));

        Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain("upheld already with this severity or a higher one"));
    }

    private Task<HttpResponseMessage> LiftAsync(HttpClient browser, string status, string reason) => PostAsync(
        browser, $"/cases/{caseRef}?handler=Lift", $"/cases/{caseRef}", ("suspension", "S-2020-0001"), ("status", status), ("reason", reason));

    private Task<string> StatusAsync() => Database.ReadAsync(connection => connection.QuerySingleAsync<string>("select status from suspensions"));
}
