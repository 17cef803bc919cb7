using AbuseDesk.Database;
using AbuseDesk.Mail;
using AbuseDesk.Tests.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Tests.Mail;

/// <summary>Two workers, one of which is slow or dead, by the real clock.</summary>
public sealed class HoldingALease(Engine engine) : DeskTest(engine)
{
    private static readonly LeaseTimes Short = new(TimeSpan.FromMilliseconds(200), Duration.FromSeconds(2), Duration.FromSeconds(1));
    private static readonly SenderIdentity Sender = new("Desk", "abuse@cloud.example", "cloud.example");

    private DeskDatabase real = null!;

    [SetUp]
    public void TakeTheRealClock() => real = new DeskDatabase(Database.ConnectionString, TimeProvider.System);

    [TearDown]
    public async Task GiveItBack() => await real.DisposeAsync();

    [TestCase("TEXT")]
    [TestCase(".")]
    public async Task A_server_that_stalls_longer_than_a_lease_gets_the_mail_from_one_worker_only(string at)
    {
        await QueueAsync();
        using var stalls = new ManualResetEventSlim();
        var began = 0;
        using var server = new ScriptedServer(command =>
        {
            if (command == "TEXT") Interlocked.Increment(ref began);
            if (command == at) stalls.Wait();
            return ScriptedServer.Kindly(command);
        });
        var url = server.Start();
        var first = Task.Run(() => SendAsync(url));
        await UntilAsync(() => began == 1);

        for (var pass = 0; pass < 12; pass++)
        {
            Assert.That(await SendAsync(url), Is.EqualTo(new DeliverySummary(0, 0, 0)), $"pass {pass} of the second worker");
            await Task.Delay(500);
        }

        stalls.Set();
        Assert.That(await first, Is.EqualTo(new DeliverySummary(1, 0, 0)));
        Assert.That(began, Is.EqualTo(1));
    }

    [Test]
    public async Task What_a_worker_that_died_had_goes_on_with_another()
    {
        await QueueAsync();
        Assert.That(await new OutboxLease(real, times: Short).TakeAsync(CancellationToken.None), Has.Count.EqualTo(1));
        var mailer = new RecordingMailer(_ => new Delivery.Sent("somewhere"));

        var passes = 0;
        while (mailer.Sent.IsEmpty && passes++ < 60)
        {
            await Worker(mailer).RunAsync();
            await Task.Delay(200);
        }

        Assert.That(mailer.Sent, Has.Count.EqualTo(1));
        Assert.That(passes, Is.GreaterThan(5), "its lease must be honoured first");
    }

    [Test]
    public async Task What_has_left_is_not_sent_again_by_a_worker_that_took_it_meanwhile()
    {
        await QueueAsync();
        var first = new OutboxLease(real, times: new LeaseTimes(TimeSpan.FromHours(1), Duration.Zero, Duration.Zero));
        var taken = (await first.TakeAsync(CancellationToken.None)).Single();
        var second = new OutboxLease(real, times: Short with { Doubt = Duration.Zero });
        Assert.That(await second.TakeAsync(CancellationToken.None), Has.Count.EqualTo(1));

        await new DeliveryOutcome(real).RecordAsync(taken, first.Holder, new Delivery.Sent("somewhere"));

        var status = await real.ReadAsync(connection => connection.QuerySingleAsync<string>("select status from outbox"));
        Assert.That(status, Is.EqualTo("sent"));
        Assert.That((await Worker(new RecordingMailer(_ => throw new AssertionException("sent twice"))).RunAsync()).Sent, Is.Zero);
    }

    private async Task<DeliverySummary> SendAsync(string url)
    {
        using var mailer = new SmtpMailer(SmtpTarget.Parse(url), null, Sender, TimeSpan.FromSeconds(60));
        return await Worker(mailer).RunAsync();
    }

    private DeliverMail Worker(IMailer mailer) => new(real, new OutboxLease(real, times: Short), new DeliveryOutcome(real), mailer);

    private Task<bool> QueueAsync() => Database.WriteAsync(tx => Get<Outbox>().AddAsync(tx, Mails.Suspension()));

    private static async Task UntilAsync(Func<bool> done)
    {
        for (var wait = 0; wait < 300 && !done(); wait++) await Task.Delay(100);
        Assert.That(done(), Is.True);
    }
}
