using System.Collections.Concurrent;
using AbuseDesk.Mail;
using AbuseDesk.Tests.Database;
using NodaTime;

namespace AbuseDesk.Tests.Mail;

public sealed class KeepingLimits(Engine engine) : DeskTest(engine)
{
    [Test]
    public async Task A_domain_gets_no_more_in_a_minute_than_its_limit_and_holds_up_no_other()
    {
        await QueueAsync("perch.example", 25);
        await QueueAsync("quill.example", 30);
        var limits = MailLimits.Parse("perch.example=10/min");

        Assert.That(await PassAsync(limits), Is.EqualTo((10, 30)));
        Assert.That(await PassAsync(limits), Is.EqualTo((0, 0)));
        Clock.Now += Duration.FromSeconds(59);
        Assert.That(await PassAsync(limits), Is.EqualTo((0, 0)));
        Clock.Now += Duration.FromSeconds(1);
        Assert.That(await PassAsync(limits), Is.EqualTo((10, 0)));
        Clock.Now += Duration.FromMinutes(1);
        Assert.That(await PassAsync(limits), Is.EqualTo((5, 0)));
    }

    [Test]
    public async Task The_star_counts_each_other_domain_by_itself()
    {
        await QueueAsync("perch.example", 5);
        await QueueAsync("quill.example", 5);

        Assert.That(await PassAsync(MailLimits.Parse("*=3/hour, quill.example=4/hour")), Is.EqualTo((3, 4)));
    }

    [Test]
    public async Task Several_nodes_share_one_count()
    {
        await QueueAsync("perch.example", 40);
        var limits = MailLimits.Parse("perch.example=15/min");
        var mailer = new RecordingMailer(_ => new Delivery.Sent("somewhere"));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Worker(mailer, limits).RunAsync())));

        Assert.That(mailer.Sent, Has.Count.EqualTo(15).And.Unique);
    }

    [Test]
    public async Task No_more_are_in_hand_at_once_than_the_limit_over_all_nodes_and_all_arrive()
    {
        await QueueAsync("perch.example", 30);
        var limits = MailLimits.Parse("*=2 at once");
        var (now, most) = (0, 0);
        var seen = new ConcurrentQueue<int>();
        var mailer = new RecordingMailer(_ =>
        {
            seen.Enqueue(Interlocked.Increment(ref now));
            Thread.Sleep(5);
            Interlocked.Decrement(ref now);
            return new Delivery.Sent("somewhere");
        });

        for (var pass = 0; pass < 40 && mailer.Sent.Count < 30; pass++)
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Worker(mailer, limits).RunAsync())));
        most = seen.Max();

        Assert.That(most, Is.LessThanOrEqualTo(2));
        Assert.That(mailer.Sent, Has.Count.EqualTo(30).And.Unique);
    }

    [Test]
    public async Task A_mail_to_several_counts_for_each_of_their_domains()
    {
        await Database.WriteAsync(tx => Get<Outbox>().AddAllAsync(tx, Enumerable.Range(0, 6).Select(i => Mail("quill.example", i) with { Copies = [new MailParty("", "legal@perch.example")] })));

        Assert.That(await PassAsync(MailLimits.Parse("perch.example=2/min")), Is.EqualTo((2, 2)));
    }

    [Test]
    public async Task What_was_given_back_untried_does_not_count()
    {
        await QueueAsync("perch.example", 5);
        var limits = MailLimits.Parse("perch.example=5/hour");
        await Worker(new RecordingMailer(_ => new Delivery.Unavailable("no route")), limits).RunAsync();
        Clock.Now += Duration.FromMinutes(2);

        Assert.That((await PassAsync(limits)).Perch, Is.EqualTo(4), "one was tried, and counts");
    }

    [TestCase("example.org=10", "“example.org=10”, which is not understood")]
    [TestCase("example.org", "not understood")]
    [TestCase("example.org=", "not understood")]
    [TestCase("example.org=10/fortnight", "not understood")]
    [TestCase("example.org=0/min", "a limit is a number from 1 on")]
    [TestCase("example.org=99999999999/min", "a limit is a number from 1 on")]
    [TestCase("example.org=1/min, EXAMPLE.org=2/min", "names example.org twice")]
    [TestCase("example.org=10/min; example.net=2 at once", "not understood")]
    public void What_is_not_understood_stops_the_start_with_one_sentence(string setting, string says) => Assert.That(
        () => DeskSettings.From(name => name == "ABUSEDESK_MAIL_LIMITS" ? setting : null, "unused"),
        Throws.TypeOf<DeskException>().With.Message.StartsWith("ABUSEDESK_MAIL_LIMITS ").And.Message.Contains(says).And.Message.EndsWith("."));

    [Test]
    public void Limits_read_back_as_they_were_written()
    {
        const string text = "example.org=10/min, example.net=100/hour 2 at once, *=5 at once";

        Assert.That(MailLimits.Parse(text).ToString(), Is.EqualTo(text));
        Assert.That(MailLimits.Parse(" Example.ORG = 10 / min,").Of("example.org")?.Most, Is.EqualTo(10));
    }

    private async Task<(int Perch, int Quill)> PassAsync(MailLimits limits)
    {
        var (perch, quill) = (0, 0);
        await Worker(new RecordingMailer(mail =>
        {
            if (mail.Recipients.Contains("perch.example", StringComparison.Ordinal)) perch++;
            if (mail.Recipients.Contains("quill.example", StringComparison.Ordinal)) quill++;
            return new Delivery.Sent("somewhere");
        }), limits).RunAsync();
        return (perch, quill);
    }

    private DeliverMail Worker(IMailer mailer, MailLimits limits) => new(Database, new OutboxLease(Database, limits), new DeliveryOutcome(Database), mailer);

    private Task<IReadOnlyList<RefusedMail>> QueueAsync(string domain, int count) => Database.WriteAsync(tx =>
        Get<Outbox>().AddAllAsync(tx, Enumerable.Range(0, count).Select(i => Mail(domain, i))));

    private static OutgoingMail Mail(string domain, int number) => Mails.Suspension(version: number) with
    {
        To = [new MailParty("", $"abuse@{domain}")],
        Copies = [],
        Attachments = [],
        CaseRef = null,
    };
}
