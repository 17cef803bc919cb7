using System.Net;
using AbuseDesk.Mail;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Notices.Settling;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Mail;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Web;

public sealed class ShowingADelivery(Engine engine) : WebTest(engine)
{
    [Test]
    public async Task A_notice_that_failed_is_an_alarm_on_its_page_and_on_the_page_of_its_case()
    {
        await Known.CustomersAndTermsAsync(Database);
        await Database.WriteAsync(tx => tx.ExecuteAsync(
            "insert into contacts (customer_id, role, name, email, locale, zone) select id, 'abuse', 'Odile', 'abuse@perch.example', 'en', 'Europe/Paris' from customers where account = 'A-1042'"));
        Clock.Now = At("2020-12-15T18:00:00Z");
        var filed = await Get<FileReport>().RunAsync(People.Ines, Known.Report("post", At("2020-12-14T18:00:00Z"), "7.4") with { Screenshots = [Known.Screenshot(At("2020-12-14T18:00:00Z"), 41)] });
        var drafted = await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest
        {
            CaseRef = filed.CaseRef,
            Kind = NoticeKind.Forwarding,
            ActBy = PromisedTime.At(Clock.Now + Duration.FromHours(24), "America/Los_Angeles"),
        });
        await Get<SendNotice>().RunAsync(People.Ines, drafted.Ref);
        var mailer = new RecordingMailer(_ => new Delivery.Refused("550 <b>no</b>", [new RefusedRecipient("abuse@perch.example", "550 <b>no</b>")]));
        await new DeliverMail(Database, new OutboxLease(Database), new DeliveryOutcome(Database), mailer).RunAsync();
        await Get<FollowDeliveries>().RunAsync();
        using var browser = await SignedInAsync(People.Ines);

        var ofCase = await browser.GetStringAsync(new Uri($"/cases/{filed.CaseRef}", UriKind.Relative));
        var ofNotice = await browser.GetStringAsync(new Uri($"/notices/{drafted.Ref}", UriKind.Relative));

        Assert.That(ofCase, Does.Contain($"{drafted.Ref}</a> did not reach abuse@perch.example").And.Contains("550 &lt;b&gt;no&lt;/b&gt;"));
        Assert.That(ofCase, Does.Contain("Mail to <b>abuse@perch.example</b> (abuse) bounced on"));
        Assert.That(ofNotice, Does.Contain("It did not reach <b>abuse@perch.example</b>").And.Contains("<b>refused</b>").And.Contains("no server of a recipient has confirmed it"));

        using var tooEarly = await PostAsync(browser, $"/notices/{drafted.Ref}?handler=Resend", $"/notices/{drafted.Ref}", ("to", "abuse@perch.example"));
        Assert.That(await tooEarly.Content.ReadAsStringAsync(), Does.Contain("Contact abuse@perch.example bounced on"));
        using var confirmed = await PostAsync(browser, $"/cases/{filed.CaseRef}?handler=Confirm", $"/cases/{filed.CaseRef}", ("email", "abuse@perch.example"), ("how", "Odile called"));
        Assert.That(confirmed.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        using var again = await PostAsync(browser, $"/notices/{drafted.Ref}?handler=Resend", $"/notices/{drafted.Ref}", ("to", "abuse@perch.example"));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await ReadAsync(browser, $"/cases/{filed.CaseRef}"), Does.Not.Contain("bounced on").And.Contain("again to abuse@perch.example"));
    }
}
