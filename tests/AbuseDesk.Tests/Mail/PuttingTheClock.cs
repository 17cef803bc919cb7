using AbuseDesk.Database;
using AbuseDesk.Mail;
using AbuseDesk.Tests.Database;
using NodaTime;

namespace AbuseDesk.Tests.Mail;

/// <summary>The clock of the machine jumps by an hour, either way: no mail waits for an hour, and none is sent twice.</summary>
public sealed class PuttingTheClock(Engine engine) : DeskTest(engine)
{
    private static readonly Duration Hour = Duration.FromHours(1);

    private readonly PutClock clock = new(Instant.FromUtc(2021, 3, 14, 9, 59));
    private DeskDatabase database = null!;

    [SetUp]
    public void TakeTheClock() => database = new DeskDatabase(Database.ConnectionString, clock);

    [TearDown]
    public async Task GiveItBack() => await database.DisposeAsync();

    [TestCase(1)]
    [TestCase(-1)]
    public async Task A_mail_that_is_being_sent_stays_with_its_worker(int hours)
    {
        await QueueAsync();
        var holder = new OutboxLease(database);
        Assert.That(await holder.TakeAsync(CancellationToken.None), Has.Count.EqualTo(1));

        clock.Now += Hour * hours;

        Assert.That(await AttemptsAsync(), Is.Zero, "at once");
        await holder.RenewAsync(CancellationToken.None);
        clock.Now += Duration.FromSeconds(25);
        Assert.That(await AttemptsAsync(), Is.Zero, "after its holder has said that it lives");
    }

    [TestCase(1)]
    [TestCase(-1)]
    public async Task What_a_worker_that_died_had_goes_on_within_two_minutes(int hours)
    {
        await QueueAsync();
        await new OutboxLease(database).TakeAsync(CancellationToken.None);
        clock.Now += Hour * hours;

        Assert.That(await AttemptsWithinAsync(Duration.FromMinutes(2)), Is.EqualTo(1));
    }

    [TestCase(1)]
    [TestCase(-1)]
    public async Task A_mail_that_was_just_queued_leaves_at_once(int hours)
    {
        await QueueAsync();
        clock.Now += Hour * hours;

        Assert.That(await AttemptsAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_pause_between_attempts_counts_from_the_new_time_when_the_clock_was_put_back()
    {
        await QueueAsync();
        await Worker(new RecordingMailer(_ => new Delivery.Later("greylisted"))).RunAsync();
        clock.Now -= Hour;

        Assert.That(await AttemptsAsync(), Is.Zero, "its pause is not over");
        Assert.That(await AttemptsWithinAsync(Duration.FromMinutes(2)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_mail_that_waits_until_an_instant_waits_no_longer_when_the_clock_was_put_back()
    {
        await QueueAsync(Mails.Suspension() with { NotBefore = clock.Now + Duration.FromMinutes(10) });
        clock.Now -= Hour;

        Assert.That(await AttemptsAsync(), Is.Zero, "it is not time yet");
        Assert.That(await AttemptsWithinAsync(Duration.FromMinutes(11)), Is.EqualTo(1));
    }

    private async Task<int> AttemptsAsync()
    {
        var mailer = new RecordingMailer(_ => new Delivery.Sent("somewhere"));
        await Worker(mailer).RunAsync();
        return mailer.Sent.Count;
    }

    private async Task<int> AttemptsWithinAsync(Duration time)
    {
        var (end, attempts) = (clock.Now + time, 0);
        for (; clock.Now <= end; clock.Now += Duration.FromSeconds(5)) attempts += await AttemptsAsync();
        return attempts;
    }

    private DeliverMail Worker(IMailer mailer) => new(database, new OutboxLease(database), new DeliveryOutcome(database), mailer);

    private Task<bool> QueueAsync(OutgoingMail? mail = null) => database.WriteAsync(tx => Get<Outbox>().AddAsync(tx, mail ?? Mails.Suspension()));
}
