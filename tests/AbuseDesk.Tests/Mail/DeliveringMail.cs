using AbuseDesk.Database;
using AbuseDesk.Mail;
using AbuseDesk.Tests.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Tests.Mail;

public sealed class DeliveringMail(Engine engine) : DeskTest(engine)
{
    [Test]
    public async Task A_queued_mail_becomes_a_file_and_an_entry_of_its_case()
    {
        await QueueAsync(Mails.Suspension());

        var summary = await Get<DeliverMail>().RunAsync();

        Assert.That(summary, Is.EqualTo(new DeliverySummary(1, 0, 0)));
        var row = await OnlyRowAsync();
        Assert.That(row.Status, Is.EqualTo("sent"));
        Assert.That(row.SentAt, Is.EqualTo(Clock.Now));
        Assert.That(Path.GetFileName(row.DeliveredTo), Does.Match("^20201116T160000Z-suspension-N-2021-0036-[0-9a-f]{16}\\.eml$"));
        Assert.That(await File.ReadAllBytesAsync(row.DeliveredTo!), Is.EqualTo(row.Mime));
        var entry = await JournalAsync("C-2020-0417");
        Assert.That(entry, Is.EqualTo("sent “Suspension of your account A-1042” to abuse@perch.example, legal@perch.example"));
    }

    [Test]
    public async Task A_second_pass_sends_nothing()
    {
        await QueueAsync(Mails.Suspension());
        await Get<DeliverMail>().RunAsync();

        Assert.That(await Get<DeliverMail>().RunAsync(), Is.EqualTo(new DeliverySummary(0, 0, 0)));
    }

    [Test]
    public async Task The_same_mail_is_queued_once()
    {
        Assert.That(await QueueAsync(Mails.Suspension()), Is.True);
        Assert.That(await QueueAsync(Mails.Suspension()), Is.False);
        await OnlyRowAsync();
    }

    [Test]
    public async Task Of_many_mails_one_that_cannot_be_sent_keeps_none_of_the_others_back()
    {
        var mails = Enumerable.Range(1, 230).Select(version => Mails.Suspension(version: version) with { Attachments = [] }).ToList();
        mails[7] = mails[7] with { To = [] };
        await QueueAsync(mails[3]);

        var refused = await Database.WriteAsync(tx => Get<Outbox>().AddAllAsync(tx, mails));

        Assert.That(refused.Select(one => one.Mail), Is.EqualTo(new[] { mails[7] }));
        Assert.That(await CountAsync("waiting"), Is.EqualTo(229));
    }

    [Test]
    public async Task An_act_that_fails_queues_nothing()
    {
        Assert.That(() => Database.WriteAsync(async tx =>
        {
            await Get<Outbox>().AddAsync(tx, Mails.Suspension());
            throw new DeskException("no");
        }), Throws.TypeOf<DeskException>());

        Assert.That(await CountAsync("waiting"), Is.Zero);
    }

    [Test]
    public async Task Two_workers_at_once_send_each_mail_once()
    {
        for (var version = 1; version <= 90; version++)
            await QueueAsync(Mails.Suspension(version: version) with { Attachments = [] });
        var mailer = new RecordingMailer(_ => new Delivery.Sent("somewhere"));

        var summaries = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Worker(mailer).RunAsync())));

        Assert.That(mailer.Sent, Has.Count.EqualTo(90).And.Unique);
        Assert.That(summaries.Sum(summary => summary.Sent), Is.EqualTo(90));
        Assert.That(await CountAsync("sent"), Is.EqualTo(90));
    }

    [Test]
    public async Task After_a_crash_the_mail_is_free_again_in_about_a_minute()
    {
        await QueueAsync(Mails.Suspension());
        var crashing = new RecordingMailer(_ => throw new InvalidOperationException("pulled the plug"));
        Assert.That(() => Worker(crashing).RunAsync(), Throws.InvalidOperationException);
        Assert.That((await Get<DeliverMail>().RunAsync()).Sent, Is.Zero);

        Clock.Now += Duration.FromSeconds(40);
        Assert.That((await Get<DeliverMail>().RunAsync()).Sent, Is.Zero, "a lease that has run out is doubted first");
        Clock.Now += Duration.FromSeconds(20);

        Assert.That((await Get<DeliverMail>().RunAsync()).Sent, Is.EqualTo(1));
    }

    [Test]
    public async Task A_failure_for_the_moment_waits_longer_each_time_and_is_given_up_at_last()
    {
        await QueueAsync(Mails.Suspension());
        var worker = Worker(new RecordingMailer(_ => new Delivery.Later("greylisted")));
        var began = Clock.Now;
        var pauses = new List<Duration>();
        while ((await worker.RunAsync()).Postponed == 1)
        {
            Assert.That((await worker.RunAsync()).Postponed, Is.Zero, "it must not be tried again before its pause is over");
            var next = (await OnlyRowAsync()).NextAttemptAt;
            pauses.Add(next - Clock.Now);
            Clock.Now = next;
        }

        var least = new[] { 1, 5, 15, 60, 120 }.Concat(Enumerable.Repeat(240, pauses.Count - 5)).Select(minutes => (double)minutes);
        Assert.That(pauses.Zip(least, (pause, minutes) => pause.TotalMinutes / minutes), Has.All.InRange(0.999, 1.1));
        Assert.That(pauses.Skip(5), Is.Unique, "mails that failed together must not all come back together");
        Assert.That((Clock.Now - began).TotalDays, Is.InRange(2, 4));
        Assert.That((await OnlyRowAsync()).Status, Is.EqualTo("failed"));
        Assert.That(await JournalAsync("C-2020-0417"), Does.StartWith("could not send").And.EndsWith("greylisted"));
    }

    [Test]
    public async Task A_refusal_is_final_and_says_why()
    {
        await QueueAsync(Mails.Suspension());

        var summary = await Worker(new RecordingMailer(_ => new Delivery.Refused("no such user"))).RunAsync();

        Assert.That(summary, Is.EqualTo(new DeliverySummary(0, 0, 1)));
        Assert.That((await OnlyRowAsync()).LastError, Is.EqualTo("no such user"));
    }

    [Test]
    public async Task Where_nothing_can_be_sent_one_mail_is_tried_and_the_others_stay_as_they_are()
    {
        for (var version = 1; version <= 5; version++)
            await QueueAsync(Mails.Suspension(version: version));
        var mailer = new RecordingMailer(_ => new Delivery.Unavailable("no route to the server"));

        var summary = await Worker(mailer).RunAsync();

        Assert.That(summary, Is.EqualTo(new DeliverySummary(0, 1, 0, "no route to the server")));
        Assert.That(mailer.Sent, Has.Count.EqualTo(1));
        Assert.That(await CountAsync("waiting"), Is.EqualTo(5));
        Clock.Now += Duration.FromMinutes(2);
        Assert.That((await Get<DeliverMail>().RunAsync()).Sent, Is.EqualTo(5));
    }

    [Test]
    public async Task A_later_mail_of_a_case_waits_while_an_earlier_one_is_tried_again()
    {
        for (var version = 1; version <= 3; version++)
            await QueueAsync(Mails.Suspension(version: version));
        var tries = 0;
        var mailer = new RecordingMailer(_ => tries++ == 0 ? new Delivery.Later("greylisted") : new Delivery.Sent("somewhere"));

        Assert.That(await Worker(mailer).RunAsync(), Is.EqualTo(new DeliverySummary(0, 1, 0)));
        Clock.Now += Duration.FromMinutes(2);
        Assert.That(await Worker(mailer).RunAsync(), Is.EqualTo(new DeliverySummary(3, 0, 0)));

        var queued = await Database.ReadAsync(connection => connection.QueryAsync<string>("select message_id from outbox order by id"));
        Assert.That(mailer.Sent, Is.EqualTo(queued.Prepend(queued.First())));
    }

    [Test]
    public async Task A_slow_server_of_the_customer_keeps_no_mail_of_the_case_from_the_desk_and_none_of_another_case()
    {
        await QueueAsync(Mails.Suspension());
        await QueueAsync(Mails.Suspension(version: 3) with { To = [new MailParty("", "ines@cloud.example")], Copies = [] });
        await QueueAsync(Mails.Suspension(version: 4) with { CaseRef = "C-2020-0418" });
        var first = true;

        var summary = await Worker(new RecordingMailer(_ =>
        {
            var answer = first ? (Delivery)new Delivery.Later("greylisted") : new Delivery.Sent("somewhere");
            first = false;
            return answer;
        })).RunAsync();

        Assert.That(summary, Is.EqualTo(new DeliverySummary(2, 1, 0)));
    }

    [Test]
    public async Task Bytes_that_were_changed_are_not_sent()
    {
        await QueueAsync(Mails.Suspension());
        await Database.WriteAsync(tx => tx.ExecuteAsync("update outbox set mime = @mime", new { mime = new byte[] { 1 } }));

        Assert.That(await Get<DeliverMail>().RunAsync(), Is.EqualTo(new DeliverySummary(0, 0, 1)));
    }

    private DeliverMail Worker(IMailer mailer) => new(Database, new OutboxLease(Database), new DeliveryOutcome(Database), mailer);

    private Task<bool> QueueAsync(OutgoingMail mail) => Database.WriteAsync(tx => Get<Outbox>().AddAsync(tx, mail));

    private Task<Row> OnlyRowAsync() => Database.ReadAsync(connection => connection.QuerySingleAsync<Row>(
        "select status, sent_at, delivered_to, mime, next_attempt_at, last_error from outbox"));

    private Task<int> CountAsync(string status) => Database.ReadAsync(connection =>
        connection.QuerySingleAsync<int>("select count(*) from outbox where status = @status", new { status }));

    private Task<string> JournalAsync(string chain) => Database.ReadAsync(connection =>
        connection.QuerySingleAsync<string>("select summary from journal where chain = @chain", new { chain }));

    private sealed record Row
    {
        public required string Status { get; init; }

        public Instant? SentAt { get; init; }

        public string? DeliveredTo { get; init; }

        public required byte[] Mime { get; init; }

        public required Instant NextAttemptAt { get; init; }

        public string? LastError { get; init; }
    }
}
