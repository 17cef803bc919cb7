using System.Globalization;
using AbuseDesk.Journal;
using AbuseDesk.Tests.Mail;
using Dapper;

namespace AbuseDesk.EndToEnd.Faults;

/// <summary>
/// Nodes are killed at random moments while notices and reminders flow. <c>ABUSEDESK_TEST_KILLS</c> says how often (12);
/// what arrived twice under one Message-ID, since a node died between the server's answer and the record of it, is counted and named.
/// </summary>
[TestFixture("SQLite", 1)]
[TestFixture("PostgreSQL", 2)]
public sealed class KillingNodes(string engine, int count)
{
    private const int RemindersARound = 12;
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("ABUSEDESK_TEST_KILLS") ?? "12", CultureInfo.InvariantCulture);
    private static readonly TimeSpan Drain = TimeSpan.FromMinutes(5);

    private readonly List<DeskNode> nodes = [];
    private readonly List<string> errors = [];
    private FlowingDesk desk = null!;
    private MailServer server = null!;

    [SetUp]
    public async Task OpenTheDesk()
    {
        server = MailServer.Get();
        var postgres = engine == "PostgreSQL" ? Environment.GetEnvironmentVariable("ABUSEDESK_TEST_POSTGRES") : null;
        if (engine == "PostgreSQL" && string.IsNullOrEmpty(postgres)) Missing.Part("PostgreSQL is not there: tests/run starts it, or set ABUSEDESK_TEST_POSTGRES to a connection string.");
        desk = await FlowingDesk.OpenAsync(postgres, server.Url(tls: false));
        for (var i = 0; i < count; i++) nodes.Add(await DeskNode.StartAsync(desk.Settings));
    }

    [TearDown]
    public async Task CloseTheDesk()
    {
        nodes.ForEach(node => node.Dispose());
        nodes.Clear();
        if (desk is not null) await desk.DisposeAsync();
    }

    [Test]
    public async Task Whatever_is_killed_every_mail_arrives_and_none_under_two_names()
    {
        var began = TimeProvider.System.GetTimestamp();
        for (var round = 0; round < Kills; round++)
        {
            var notice = await desk.DraftAsync();
            await desk.MakeRemindersDueAsync(RemindersARound);
            await RoundAsync(notice);
        }

        await DrainAsync();
        await JudgeAsync(TimeProvider.System.GetElapsedTime(began));
    }

    // somebody sends a notice while the workers send what is due, and in the midst of it a node dies
    private async Task RoundAsync(string notice)
    {
        var (victim, sender) = (Random.Shared.Next(count), Random.Shared.Next(count));
        var sending = SendAsync(nodes[sender], notice);
        await Task.Delay(Random.Shared.Next(3000));
        Assert.That(nodes[victim].HasEnded, Is.False, $"a node ended by itself: {string.Join('\n', nodes[victim].Log)}");
        nodes[victim].Kill();
        await sending;
        Retire(nodes[victim]);
        nodes[victim] = await DeskNode.StartAsync(desk.Settings);
        // the answer may have been lost although the notice was sent: the record says
        if (await OneAsync($"select count(*) from notices where status = 'draft' and ref = '{notice}'") == 1)
            Assert.That(await SendAsync(nodes[victim], notice), Is.True, $"{notice} could not be sent again: {string.Join('\n', nodes[victim].Log)}");
    }

    private static async Task<bool> SendAsync(DeskNode node, string notice)
    {
        using var browser = new DeskBrowser(node.Address);
        return await browser.SendAsync(FlowingDesk.Login, FlowingDesk.Password, notice);
    }

    private void Retire(DeskNode node)
    {
        errors.AddRange(node.Log.Where(line => line.Contains("ERR]", StringComparison.Ordinal) || line.Contains("FTL]", StringComparison.Ordinal)));
        node.Dispose();
    }

    private async Task DrainAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (await LeftAsync() > 0)
        {
            Assert.That(TimeProvider.System.GetElapsedTime(began), Is.LessThan(Drain), $"{await LeftAsync()} mails and reminders still wait: {await WhyAsync()}");
            await Task.Delay(500);
        }
    }

    private Task<int> LeftAsync() => desk.Database.ReadAsync(connection => connection.QuerySingleAsync<int>(
        "select (select count(*) from outbox where status = 'waiting') + (select count(*) from reminders where status = 'planned' and remind_at <= (select max(queued_at) from outbox))"));

    private Task<string?> WhyAsync() => desk.Database.ReadAsync(connection => connection.QueryFirstOrDefaultAsync<string>(
        "select kind || ' ' || coalesce(last_error, 'never tried') || ' ' || attempts from outbox where status = 'waiting' order by id"));

    private async Task JudgeAsync(TimeSpan took)
    {
        var queued = (await desk.Database.ReadAsync(connection => connection.QueryAsync<(string Id, string Recipients, byte[] Mime, string Status, string Kind)>(
            "select message_id, recipients, mime, status, kind from outbox"))).AsList();
        var received = await SettledAsync(queued.Sum(mail => mail.Recipients.Split(", ").Length));
        var byId = received.ToLookup(mail => mail.MessageId);
        var repeats = received.GroupBy(mail => (mail.MessageId, mail.Mailbox)).Where(group => group.Count() > 1).Select(group => $"{group.Key.MessageId} ×{group.Count()}").ToList();
        TestContext.Out.WriteLine($"{engine}, {count} node(s): {Kills} kills in {took.TotalMinutes:0.0} minutes, {queued.Count} mails, {repeats.Count} repeated under the same Message-ID{(repeats.Count == 0 ? "" : ": " + string.Join(", ", repeats))}");
        var notices = await OneAsync("select count(*) from notices where status = 'sent'");
        Assert.Multiple(() =>
        {
            Assert.That(queued.Where(mail => mail.Status != "sent"), Is.Empty);
            Assert.That(notices, Is.EqualTo(Kills), "every notice is sent");
            Assert.That(queued.Count(mail => mail.Kind == "forwarding"), Is.EqualTo(Kills), "by one mail");
            Assert.That(byId.Select(mails => mails.Key), Is.EquivalentTo(queued.Select(mail => mail.Id)), "what arrived is what was queued");
            foreach (var mail in queued)
            {
                Assert.That(byId[mail.Id].Select(one => one.Mailbox).Distinct(), Is.EquivalentTo(mail.Recipients.Split(", ")), mail.Id);
                Assert.That(byId[mail.Id].Select(one => one.Sha256).Distinct(), Is.EqualTo(new[] { ReceivedMails.HashOf(mail.Mime) }), $"{mail.Id} byte for byte");
            }
        });
        Assert.That(queued.Count(mail => mail.Kind == "reminder"), Is.EqualTo(await OneAsync("select count(*) from reminders where status = 'queued'")), "each reminder is one mail");
        Assert.That(await OneAsync("select count(*) from reminders where status = 'queued'"), Is.GreaterThanOrEqualTo(Kills * RemindersARound));
        Assert.That((await desk.Get<VerifyJournal>().RunAsync()).Broken, Is.Null);
        nodes.ForEach(Retire);
        nodes.Clear();
        Assert.That(errors, Is.Empty);
    }

    // the receiving server files what it has taken a moment later
    private async Task<IReadOnlyList<ReceivedMail>> SettledAsync(int expected)
    {
        var received = ReceivedMails.Read(server, desk.Domain);
        for (var wait = 0; wait < 60 && received.Count < expected; wait++)
        {
            await Task.Delay(500);
            received = ReceivedMails.Read(server, desk.Domain);
        }

        return received;
    }

    private Task<int> OneAsync(string sql) => desk.Database.ReadAsync(connection => connection.QuerySingleAsync<int>(sql));
}
