using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Notices.Sealing;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Notices.Sealing;
using AbuseDesk.Tests.Staff;

namespace AbuseDesk.Tests.Web;

public sealed class ShowingTheSeal : WebTest
{
    private readonly TestAuthority authority = new();
    private readonly TestTimestampServer server;

    public ShowingTheSeal(Engine engine)
        : base(engine) => server = new TestTimestampServer(authority.TimestampSigner);

    [OneTimeTearDown]
    public void CloseTheAuthority()
    {
        server.Dispose();
        authority.Dispose();
    }

    protected override string? Setting(string name) => name switch
    {
        SealSettings.Setting => authority.Pem,
        SealSettings.TimestampSetting => server.Url.AbsoluteUri,
        _ => null,
    };

    [Test]
    public async Task The_page_of_a_notice_that_was_sent_offers_its_seal_and_tells_of_the_time_stamp()
    {
        await Known.CustomersAndTermsAsync(Database);
        Clock.Now = At("2020-12-15T18:00:00Z");
        server.Clock = Clock.GetUtcNow();
        var filed = await Get<FileReport>().RunAsync(People.Ines, Known.Report("1", At("2020-12-14T18:00:00Z"), "7.4") with
        {
            Source = ReportSource.Form,
            ReporterName = "Jo Field",
            ReporterEmail = "jo@watch.example",
        });
        var drafted = await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest { CaseRef = filed.CaseRef!, Kind = NoticeKind.Receipt, ReportRef = filed.ReportRef });
        using var browser = await SignedInAsync(People.Ines);
        Assert.That(await ReadAsync(browser, $"/notices/{drafted.Ref}"), Does.Not.Contain(".p7s"), "a draft");

        await Get<SendNotice>().RunAsync(People.Ines, drafted.Ref);
        Assert.That(await ReadAsync(browser, $"/notices/{drafted.Ref}"), Does.Contain($"{drafted.Ref}.pdf.p7s").And.Contain("time stamp awaited"));
        await Get<StampSeals>().RunAsync();
        var page = await ReadAsync(browser, $"/notices/{drafted.Ref}");

        Assert.That(page, Does.Contain("CN=Example Cloud").And.Contain("time stamp <time").And.Not.Contain("awaited"));
        var address = System.Text.RegularExpressions.Regex.Match(page, "href=\"(/evidence/[0-9a-f]{64})\" download title=\"SHA-256 [0-9a-f]{64}\">N-2020-0001.pdf.p7s").Groups[1].Value;
        using var seal = await browser.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That((seal.Content.Headers.ContentDisposition?.DispositionType, seal.Content.Headers.ContentDisposition?.FileName), Is.EqualTo(("attachment", $"{drafted.Ref}.pdf.p7s")));
    }
}
