using AbuseDesk.Cases;
using AbuseDesk.Evidence;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Notices.Pdf;
using AbuseDesk.Tests.Staff;
using Dapper;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Review;

public sealed class AnsweringAReporter(Engine engine) : NoticeTest(engine)
{
    private const string Jo = "jo@watch.example";

    [Test]
    public async Task A_receipt_says_what_was_received_when_and_under_which_reference()
    {
        var first = await ReportAsync("a", Jo);
        var second = await ReportAsync("b", "Jo@Watch.example");
        await ReportAsync("c", "kim@other.example", "Kim Other");

        var text = await SentTextAsync(await DraftAsync(NoticeKind.Receipt, first));

        Assert.That(text, Does.Contain(first).And.Contain(second).And.Contain("https://perch.example/p/a").And.Contain("https://perch.example/p/b").And.Contain("5 Dec 2020, 09:00"));
        Assert.That(text, Does.Not.Contain("perch.example/p/c").And.Not.Contain("kim@other.example"));
        Assert.That(await RecipientsAsync(), Is.EqualTo(new[] { Jo }));
    }

    [Test]
    public async Task A_decision_says_what_was_decided_on_each_item_and_why()
    {
        var upheld = await ReportAsync("a", Jo);
        var reversed = await ReportAsync("b", Jo);
        await Get<ReverseViolation>().RunAsync(People.Maren, CaseRef, 2, "The post quotes a novel.");
        await ForwardAsync();
        Clock.Now += Duration.FromHours(25);
        await CheckAsync(1, CheckOutcome.Removed);

        var text = await SentTextAsync(await DraftAsync(NoticeKind.Decision, reversed));

        Assert.That(text, Does.Contain(upheld).And.Contain("In breach of clause 7.4").And.Contain("it was removed"));
        Assert.That(text, Does.Contain(reversed).And.Contain("No breach of clause 7.4").And.Contain("The post quotes a novel."));
        Assert.That(text, Does.Contain("1 of the 2 items that you reported breaches").And.Contain("No automated means were used").And.Contain("legal@cloud.example"));
    }

    [Test]
    public async Task A_letter_says_nothing_of_the_customer()
    {
        var report = await ReportAsync("a", Jo);
        var reference = await DraftAsync(NoticeKind.Decision, report);
        var row = await Get<NoticeRecords>().GetAsync(reference);
        var version = (await Get<NoticeRecords>().VersionsAsync(row.Id))[0];
        var store = Get<IEvidenceStore>();
        var everything = string.Join('\n',
            System.Text.Encoding.UTF8.GetString(await store.ReadAsync(version.TextSha256)),
            System.Text.Encoding.UTF8.GetString(await store.ReadAsync(version.HtmlSha256)),
            string.Join('\n', PdfText.Pages(await store.ReadAsync(version.PdfSha256))), version.Subject);

        Assert.That(everything, Does.Contain(report));
        foreach (var secret in new[] { "Perch Social", "A-1042", "abuse@perch.example", "legal@perch.example", CaseRef, "Words are over." })
            Assert.That(everything, Does.Not.Contain(secret));
    }

    [TestCase("Perch Social told us so.", "names the customer")]
    [TestCase("See account A-1042.", "names the customer’s account")]
    [TestCase("As legal@perch.example wrote.", "a contact of the customer")]
    [TestCase("Kim Other was wrong too.", "somebody else who reported")]
    public async Task A_reason_that_names_the_customer_or_another_reporter_blocks_sending(string reason, string sentence)
    {
        var report = await ReportAsync("a", Jo);
        await ReportAsync("b", "kim@other.example", "Kim Other");
        await Get<ReverseViolation>().RunAsync(People.Maren, CaseRef, 1, reason);
        var reference = await DraftAsync(NoticeKind.Decision, report);

        Assert.That(() => Get<SendNotice>().RunAsync(People.Ines, reference), Throws.TypeOf<DeskException>().With.Message.Contains(sentence));
        Assert.That(await CountAsync("outbox"), Is.Zero);
    }

    [Test]
    public async Task A_decision_that_changes_before_the_letter_is_sent_blocks_it()
    {
        var reference = await DraftAsync(NoticeKind.Decision, await ReportAsync("a", Jo));
        await Get<ReverseViolation>().RunAsync(People.Maren, CaseRef, 1, "It is satire.");

        Assert.That(() => Get<SendNotice>().RunAsync(People.Ines, reference), Throws.TypeOf<DeskException>().With.Message.Contains("the decisions changed"));
        await Get<RedraftNotice>().RunAsync(People.Ines, reference, new RedraftNoticeRequest());
        Assert.That(await SentTextAsync(reference), Does.Contain("It is satire."));
    }

    [Test]
    public async Task A_report_gets_one_letter_of_a_kind_until_its_decision_changes()
    {
        var report = await ReportAsync("a", Jo);
        var draft = await DraftAsync(NoticeKind.Decision, report);

        Assert.That(() => DraftAsync(NoticeKind.Decision, report), Throws.TypeOf<DeskException>().With.Message.Contains($"{report} is in {draft}, which is draft"));
        await Get<SendNotice>().RunAsync(People.Ines, draft);
        Assert.That(() => DraftAsync(NoticeKind.Decision, report), Throws.TypeOf<DeskException>().With.Message.Contains($"was answered by {draft}"));
        Clock.Now += Duration.FromHours(1);
        await Get<ReverseViolation>().RunAsync(People.Maren, CaseRef, 1, "It is satire.");
        Assert.That(await SentTextAsync(await DraftAsync(NoticeKind.Decision, report)), Does.Contain("It is satire."));
    }

    [Test]
    public async Task A_letter_is_in_the_language_that_its_author_gives_and_so_are_those_that_follow_it()
    {
        var report = await ReportAsync("a", Jo);
        await ReportAsync("b", "kim@other.example", "Kim Other");

        Assert.That(() => DraftAsync(NoticeKind.Receipt, report, "pt-BR"), Throws.TypeOf<DeskException>().With.Message.Contains("No template of a receipt is written in “pt-BR”"));
        Assert.That(await SentTextAsync(await DraftAsync(NoticeKind.Receipt, report, "fr-CH")), Does.Contain("Nous avons reçu votre signalement portant sur 1 élément"));
        Assert.That(await SentTextAsync(await DraftAsync(NoticeKind.Decision, report)), Does.Contain("L’élément que vous avez signalé contrevient à nos Conditions d’utilisation"));
        Assert.That(await SentTextAsync(await DraftAsync(NoticeKind.Receipt, "R-2020-00002")), Does.Contain("We have received your report of 1 item"));
        Assert.That(() => Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest { CaseRef = CaseRef, Kind = NoticeKind.Warning, Language = "fr" }),
            Throws.TypeOf<DeskException>().With.Message.Contains("the language of the contact addressed first"));
    }

    [Test]
    public async Task What_is_missing_is_said()
    {
        var own = (await Get<FileReport>().RunAsync(People.Ines, Known.Report("own", Clock.Now, "7.4"))).ReportRef;
        var nameless = await ReportAsync("a", null, "Jo Field");
        var two = await ReportAsync("b", "jo@watch.example");
        await Database.WriteAsync(tx => tx.ExecuteAsync("update reports set reporter_email = 'a@x.example, b@y.example' where ref = @two", new { two }));

        Assert.That(() => DraftAsync(NoticeKind.Receipt, own), Throws.TypeOf<DeskException>().With.Message.Contains("our own finding"));
        Assert.That(() => DraftAsync(NoticeKind.Receipt, nameless), Throws.TypeOf<DeskException>().With.Message.Contains("names no e-mail address"));
        Assert.That(() => DraftAsync(NoticeKind.Receipt, two), Throws.TypeOf<DeskException>().With.Message.Contains("not one e-mail address"));
        Assert.That(() => DraftAsync(NoticeKind.Receipt, "R-2020-99999"), Throws.TypeOf<DeskException>().With.Message.Contains("There is no report"));
        Assert.That(() => DraftAsync(NoticeKind.Receipt, null), Throws.TypeOf<DeskException>().With.Message.Contains("Name the report"));
    }

    private async Task<string> ReportAsync(string path, string? email, string name = "Jo Field") =>
        (await Get<FileReport>().RunAsync(People.Ines, Known.Report(path, Clock.Now, "7.4") with
        {
            Screenshots = [Known.Screenshot(Clock.Now)],
            Source = ReportSource.Form,
            ReporterName = name,
            ReporterEmail = email,
        })).ReportRef!;

    private async Task<string> DraftAsync(NoticeKind kind, string? report, string? language = null) =>
        (await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest { Kind = kind, ReportRef = report, Language = language })).Ref;

    private async Task<string> SentTextAsync(string reference)
    {
        await Get<SendNotice>().RunAsync(People.Ines, reference);
        var row = await Get<NoticeRecords>().GetAsync(reference);
        var version = (await Get<NoticeRecords>().VersionsAsync(row.Id)).First(one => one.Number == row.CurrentVersion);
        var text = System.Text.Encoding.UTF8.GetString(await Get<IEvidenceStore>().ReadAsync(version.TextSha256));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private Task<IEnumerable<string>> RecipientsAsync() => Database.ReadAsync(connection => connection.QueryAsync<string>("select recipients from outbox"));
}
