using System.Net;
using System.Text;
using AbuseDesk.Mail.Receiving;
using AbuseDesk.Reports;
using AbuseDesk.Reports.Mailbox;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Mail;
using AbuseDesk.Tests.Staff;

namespace AbuseDesk.Tests.Web;

public sealed class DecidingOnMail(Engine engine) : WebTest(engine)
{
    private string caseRef = "";

    [SetUp]
    public async Task ReceiveTwoMails()
    {
        await Known.CustomersAndTermsAsync(Database);
        Clock.Now = At("2020-12-15T18:00:00Z");
        var seen = At("2020-12-14T18:00:00Z");
        caseRef = (await Get<FileReport>().RunAsync(People.Ines, Known.Report("post", seen, "7.4") with { Screenshots = [Known.Screenshot(seen, 41)] })).CaseRef;
        await TakeAsync(Incoming.Mail("A <b>question</b>", "Eve <eve@elsewhere.example>", body: "<script>alert(1)</script> Where?"));
        await TakeAsync(Incoming.Mail("Buy now", "x@elsewhere.example"));
    }

    [Test]
    public async Task Mail_of_the_intake_is_put_on_a_case_or_dismissed_and_shows_there()
    {
        using var browser = await SignedInAsync(People.Ines);
        var page = await browser.GetStringAsync(new Uri("/intake", UriKind.Relative));
        Assert.That(page, Does.Contain("A &lt;b&gt;question&lt;/b&gt;").And.Contain("&lt;script&gt;alert(1)&lt;/script&gt; Where?").And.Not.Contain("<script>alert"));
        Assert.That(page, Does.Match("href=\"/intake\" aria-current=\"page\">Intake <span>2</span>"));

        using var wrong = await PostAsync(browser, "/intake?handler=Attach", "/intake", ("mail", "M-2020-00001"), ("caseRef", "C-1999-0001"));
        Assert.That(await wrong.Content.ReadAsStringAsync(), Does.Contain("There is no case").And.Contain("value=\"C-1999-0001\""));
        using var attached = await PostAsync(browser, "/intake?handler=Attach", "/intake", ("mail", "M-2020-00001"), ("caseRef", caseRef));
        using var dismissed = await PostAsync(browser, "/intake?handler=Dismiss", "/intake", ("mail", "M-2020-00002"), ("reason", "an advertisement"));
        Assert.That((attached.StatusCode, dismissed.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Redirect)));

        Assert.That(await ReadAsync(browser, "/intake"), Does.Contain("No mail waits for a decision."));
        var ofCase = await browser.GetStringAsync(new Uri($"/cases/{caseRef}", UriKind.Relative));
        Assert.That(ofCase, Does.Contain("id=\"M-2020-00001\"").And.Contain("put here by hand").And.Contain("the sender is no contact of the customer").And.Not.Contain("Buy now"));
    }

    [Test]
    public async Task The_original_is_handed_over_as_a_file_byte_for_byte()
    {
        using var browser = await SignedInAsync(People.Ines);
        var mail = (await Get<IncomingMails>().IntakeAsync())[0];

        using var answer = await browser.GetAsync(new Uri($"/evidence/{mail.Sha256}", UriKind.Relative));

        Assert.That(answer.Content.Headers.ContentDisposition?.DispositionType, Is.EqualTo("attachment"));
        Assert.That(Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()), Does.Contain("From: Eve"));
    }

    [Test]
    public async Task An_auditor_sees_the_intake_and_decides_nothing()
    {
        using var browser = await SignedInAsync(People.Auditor);

        Assert.That(await ReadAsync(browser, "/intake"), Does.Contain("Buy now").And.Not.Contain("Put on the case"));
    }

    private Task<IncomingStatus?> TakeAsync(byte[] bytes) => Get<TakeIn>().RunAsync(ReadIncoming.Read(bytes, Clock.Now));
}
