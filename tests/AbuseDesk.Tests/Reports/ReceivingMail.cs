using System.Text;
using AbuseDesk.Cases;
using AbuseDesk.Journal;
using AbuseDesk.Mail.Receiving;
using AbuseDesk.Reports.Mailbox;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Mail;
using AbuseDesk.Tests.Notices.Review;
using AbuseDesk.Tests.Staff;
using Dapper;
using NodaTime;

namespace AbuseDesk.Tests.Reports;

public sealed class ReceivingMail(Engine engine) : NoticeTest(engine)
{
    private string maildir = "";

    [SetUp]
    public async Task SendANotice()
    {
        await FileAsync(1);
        await ForwardAsync();
        await Database.WriteAsync(tx => tx.ExecuteAsync("update cases set turn = 'customer', to_do = 'remove the items'"));
        maildir = Path.Combine(Desk.Settings.DataFolder, "mailbox");
        Directory.CreateDirectory(Path.Combine(maildir, "new"));
    }

    [TestCase("In-Reply-To: <{0}>\n")]
    [TestCase("References: <{0}> <other@perch.example>\nIn-Reply-To: <other@perch.example>\n")]
    [TestCase("References: <C-2020-0001@cloud.example>\n")]
    public async Task A_reply_lands_on_its_case_with_its_bytes_and_files(string answers)
    {
        var bytes = Incoming.WithFile("plan.txt", "We moderate.", string.Format(System.Globalization.CultureInfo.InvariantCulture, answers, await MessageIdAsync()));

        Assert.That(await PassAsync(bytes), Is.EqualTo((1, 0, 0, 0)));

        var mail = (await OfCaseAsync()).Single();
        Assert.That((mail.Ref, mail.Kind, mail.MatchedBy, mail.SenderKnown, mail.FromAddress), Is.EqualTo(("M-2020-00001", "person", "reply", true, "abuse@perch.example")));
        Assert.That(await Get<AbuseDesk.Evidence.IEvidenceStore>().ReadAsync(mail.Sha256), Is.EqualTo(bytes));
        Assert.That(mail.Files.Single().FileName, Is.EqualTo("plan.txt"));
        Assert.That(Encoding.UTF8.GetString(await Get<AbuseDesk.Evidence.IEvidenceStore>().ReadAsync(mail.Files[0].Sha256)).Trim(), Is.EqualTo("We moderate."));
        Assert.That((await Get<CaseTimeline>().ListAsync(CaseRef, limit: 1))[0].Summary, Is.EqualTo("received M-2020-00001, “Re: your notice” from abuse@perch.example, with 1 file"));
        var head = await Get<CaseRecord>().GetAsync(CaseRef);
        Assert.That((head.Turn, head.ToDo), Is.EqualTo(("ours", "read M-2020-00001")));
        Assert.That((await Get<VerifyJournal>().RunAsync()).Intact);
    }

    [TestCase("Re: N-2020-0001: items on your site", "abuse@cloud.example")]
    [TestCase("your letter", "abuse+c-2020-0001@cloud.example")]
    public async Task A_mail_that_names_the_case_lands_there_and_a_stranger_is_called_one(string subject, string to)
    {
        await PassAsync(Incoming.Mail(subject, "Eve <eve@elsewhere.example>", to));

        var mail = (await OfCaseAsync()).Single();
        Assert.That((mail.MatchedBy, mail.SenderKnown), Is.EqualTo(("name", false)));
    }

    [TestCase("Auto-Submitted: auto-replied (vacation)\n")]
    [TestCase("Precedence: bulk\n")]
    [TestCase("X-Autoreply: yes\n")]
    [TestCase("Return-Path: <>\n")]
    public async Task An_answering_machine_is_told_apart_changes_no_turn_and_gets_no_answer(string header)
    {
        var queued = await CountAsync("outbox");

        await PassAsync(Incoming.Mail("Out of office: C-2020-0001", more: header));

        Assert.That((await OfCaseAsync()).Single().Kind, Is.EqualTo("automatic"));
        Assert.That((await Get<CaseRecord>().GetAsync(CaseRef)).Turn, Is.EqualTo("customer"));
        Assert.That(await CountAsync("outbox"), Is.EqualTo(queued));
    }

    [Test]
    public async Task A_mail_of_a_person_that_says_so_is_no_automatic_one()
    {
        await PassAsync(Incoming.Mail("C-2020-0001", more: "Auto-Submitted: no\nPrecedence: bulk\n"));

        Assert.That((await OfCaseAsync()).Single().Kind, Is.EqualTo("person"));
    }

    [Test]
    public async Task What_is_read_twice_is_kept_once_and_nothing_is_deleted()
    {
        var bytes = Incoming.Mail("C-2020-0001");
        await PassAsync(bytes);

        Assert.That(await PassAsync(bytes), Is.EqualTo((0, 0, 0, 1)));

        Assert.That(await CountAsync("incoming_mail"), Is.EqualTo(1));
        Assert.That(Directory.GetFiles(Path.Combine(maildir, "new")), Is.Empty);
        Assert.That(Directory.GetFiles(Path.Combine(maildir, "cur")), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task A_broken_message_is_kept_and_named_and_loses_no_other()
    {
        var summary = await RunAsync([[0x89, 0x50, 0x4E, 0x47, 1, 2, 3], Incoming.Mail("C-2020-0001"), [0, 1, 2, 0xFF], Incoming.WithFile("not.pdf", "no pdf", "References: <C-2020-0001@cloud.example>\n")]);

        Assert.That((summary.OnCases, summary.Intake), Is.EqualTo((2, 1)));
        Assert.That(summary.Problems, Has.Count.EqualTo(1).And.One.Contains("message-0 in the Maildir"));
        var broken = (await Get<IncomingMails>().IntakeAsync()).Single();
        Assert.That((broken.Kind, broken.Problem), Is.EqualTo(("broken", broken.Problem)));
        Assert.That(broken.Problem, Does.StartWith("This is no mail that can be read"));
        Assert.That((await OfCaseAsync()).Select(mail => mail.Problem ?? ""), Has.One.Contains("not.pdf is kept in the mail alone"));
        Assert.That(Directory.GetFiles(Path.Combine(maildir, "new")), Has.Length.EqualTo(1), "what could not be kept stays where it is");
    }

    [Test]
    public async Task Unknown_mail_waits_until_somebody_puts_it_on_a_case_or_dismisses_it()
    {
        await PassAsync(Incoming.Mail("Spam", "x@elsewhere.example"));
        await PassAsync(Incoming.Mail("A question", "Odile <abuse@perch.example>"));
        Assert.That((await Get<IncomingMails>().IntakeAsync()).Select(mail => mail.Subject), Is.EqualTo(new[] { "Spam", "A question" }));

        Assert.That(() => Get<DecideMail>().DismissAsync(People.Ines, "M-2020-00001", " "), Throws.TypeOf<DeskException>());
        Assert.That(() => Get<DecideMail>().AttachAsync(People.Auditor, "M-2020-00002", CaseRef), Throws.TypeOf<DeskException>());
        Assert.That(() => Get<DecideMail>().AttachAsync(People.Ines, "M-2020-00002", "C-2020-0999"), Throws.TypeOf<DeskException>());
        await Get<DecideMail>().DismissAsync(People.Ines, "m-2020-00001", "an advertisement");
        await Get<DecideMail>().AttachAsync(People.Ines, "M-2020-00002", CaseRef);

        Assert.That(await Get<IncomingMails>().IntakeAsync(), Is.Empty);
        Assert.That((await OfCaseAsync()).Single(), Has.Property("MatchedBy").EqualTo("hand").And.Property("SenderKnown").True);
        Assert.That(() => Get<DecideMail>().AttachAsync(People.Ines, "M-2020-00001", CaseRef), Throws.TypeOf<DeskException>().With.Message.Contains("was dismissed"));
        Assert.That(await Database.ReadAsync(connection => connection.QuerySingleAsync<string>("select summary from journal where act = 'mail-dismissed'")),
            Is.EqualTo("dismissed M-2020-00001, “Spam” from x@elsewhere.example: an advertisement"));
    }

    [Test]
    public async Task What_no_table_takes_is_made_fit_and_loses_no_other()
    {
        var lengthy = new string('x', 499) + "😀" + new string('y', 30_000);
        var summary = await RunAsync(
        [
            Incoming.Mail("=?utf-8?B?QwBkAA==?= C-2020-0001", "\"a\0b\" <a\0b@perch.example>", more: "In-Reply-To: <a\0b@c>\n", body: $"\0{new string('x', 19_999)}😀"),
            Incoming.Mail(lengthy + " C-2020-0001", body: "<p>" + lengthy),
            Incoming.Mail("C-2020-0001"),
        ]);

        Assert.That(summary.Problems, Is.Empty);
        Assert.That(summary.OnCases, Is.EqualTo(3));
        Assert.That((await OfCaseAsync()).Select(mail => mail.Excerpt + mail.Subject), Has.All.Matches<string>(text => text?.Contains('\0', StringComparison.Ordinal) == false));
    }

    [Test]
    public async Task Two_nodes_on_one_mailbox_keep_each_mail_once()
    {
        foreach (var number in Enumerable.Range(1, 10)) Put(Incoming.Mail($"C-2020-0001 {number}"));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Worker().RunAsync())));

        Assert.That(await CountAsync("incoming_mail"), Is.EqualTo(10));
        Assert.That(await OfCaseAsync(), Has.Count.EqualTo(10));
    }

    [TestCase("maildir:/there/is/none", "is no Maildir")]
    [TestCase("imaps://host/INBOX", "names no user")]
    [TestCase("imaps://a:b@host/INBOX", "holds a password")]
    [TestCase("imaps://a@host/INBOX?tls=none", "“tls”, which is not known")]
    [TestCase("imap://desk@127.0.0.1:9/INBOX", "127.0.0.1:9 cannot be used")]
    public void A_mailbox_that_cannot_be_opened_is_told_in_a_sentence(string setting, string sentence) => Assert.That(
        () => new ReceiveMail(Database, Desk.Settings with { MailIn = setting }, Get<TakeIn>()).RunAsync(),
        Throws.TypeOf<DeskException>().With.Message.Contains(sentence).Or.TypeOf<DeskException>().With.Message.Contains("names no Maildir"));

    [Test]
    public void A_worker_without_a_mailbox_does_nothing() => Assert.That(() => Get<ReceiveMail>().WorkAsync(), Throws.Nothing);

    private void Put(byte[] bytes) => File.WriteAllBytes(Path.Combine(maildir, "new", $"message-{Directory.GetFiles(maildir, "*", SearchOption.AllDirectories).Length}"), bytes);

    private ReceiveMail Worker() => new(Database, Desk.Settings with { MailIn = "maildir:" + maildir }, Get<TakeIn>());

    private Task<ReceivedMails> RunAsync(byte[][] mails)
    {
        foreach (var bytes in mails) Put(bytes);
        return Worker().RunAsync();
    }

    private async Task<(int, int, int, int)> PassAsync(byte[] mail)
    {
        var done = await RunAsync([mail]);
        Assert.That(done.Problems, Is.Empty);
        return (done.OnCases, done.Reports, done.Intake, done.Known);
    }

    private async Task<IReadOnlyList<IncomingMailRow>> OfCaseAsync() =>
        await Get<IncomingMails>().OfCaseAsync(await Database.ReadAsync(connection => connection.QuerySingleAsync<long>("select id from cases where ref = @CaseRef", new { CaseRef })));

    private Task<string> MessageIdAsync() => Database.ReadAsync(connection => connection.QuerySingleAsync<string>("select message_id from outbox where kind = 'forwarding'"));
}
