using System.Net;
using AbuseDesk.Deadlines;
using AbuseDesk.Suspensions;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Web;

public sealed class EndingAContractOverTheWeb(Engine engine) : WebTest(engine)
{
    private static readonly Instant Effective = At("2021-01-21T07:59:00Z");

    private string caseRef = "";

    [SetUp]
    public async Task ScheduleATermination()
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
                values ('N-2020-0058', @Id, @CustomerId, 'termination', 'sent', 1, 'ines', 'en', 'legal', 'legal@perch.example', '',
                  'Europe/Paris', 'code', @Now, @Now) returning id
                """,
                new { row.Id, row.CustomerId, tx.Now });
            await Get<ScheduleTermination>().RunAsync(tx, People.Ines, new ScheduledTermination
            {
                CaseId = row.Id,
                CaseRef = caseRef,
                CustomerId = row.CustomerId,
                NoticeId = notice,
                NoticeRef = "N-2020-0058",
                Effective = PromisedTime.At(Effective, "America/Los_Angeles"),
                PreserveUntil = PromisedTime.At(Effective + Duration.FromDays(30), "America/Los_Angeles"),
            });
        });
    }

    [Test]
    public async Task The_case_says_from_when_the_account_is_terminated()
    {
        using var browser = await SignedInAsync(People.Ines);
        var before = await ReadAsync(browser, $"/cases/{caseRef}");
        Clock.Now = Effective;
        await Get<EndContracts>().RunAsync();
        using var later = await SignedInAsync(People.Ines);
        var after = await ReadAsync(later, $"/cases/{caseRef}");

        Assert.That(before, Does.Contain("Termination announced").And.Contain("Contract ends").And.Contain("To be terminated from").And.Contain("Wed 20 Jan 2021, 23:59 PST").And.Contain("Calling it off needs the role lead or legal."));
        Assert.That(after, Does.Contain(">Terminated from").And.Contain("Thu 21 Jan, 08:59 in Paris").And.Contain("Data preserved until").And.Not.Contain("handler=CallOff"));
    }

    [Test]
    public async Task A_lawyer_calls_it_off_with_a_reason()
    {
        using var browser = await SignedInAsync(People.Ruth);

        using var bare = await CallOffAsync(browser, " ");
        using var answer = await CallOffAsync(browser, "They mended it.");

        Assert.That(WebUtility.HtmlDecode(await bare.Content.ReadAsStringAsync()), Does.Contain("Give the reason for calling off the termination"));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await ReadAsync(browser, $"/cases/{caseRef}"), Does.Contain("Called off before the contract ended").And.Contain("The termination is called off."));
        Assert.That(await Get<DeadlineList>().RunAsync(new DeadlineFilter()), Is.Empty);
    }

    [Test]
    public async Task The_form_of_a_draft_asks_when_the_contract_ends_and_names_what_the_terms_lack()
    {
        using var browser = await SignedInAsync(People.Ines);

        var page = await ReadAsync(browser, $"/notices/draft?case={caseRef}&kind=termination");

        Assert.That(page, Does.Contain("Draft the termination notice").And.Contain("Contract ends").And.Contain("name=\"reviewer\""));
        Assert.That(page, Does.Contain("These terms name no path to a termination; publish a version that does."));
    }

    private Task<HttpResponseMessage> CallOffAsync(HttpClient browser, string reason) => PostAsync(
        browser, $"/cases/{caseRef}?handler=CallOff", $"/cases/{caseRef}", ("notice", "N-2020-0058"), ("reason", reason));
}
