using System.Text;
using AbuseDesk.Deadlines;
using AbuseDesk.Deadlines.Changing;
using AbuseDesk.Deadlines.Feed;
using AbuseDesk.Staff;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using Ical.Net;
using Ical.Net.CalendarComponents;
using NodaTime;

namespace AbuseDesk.Tests.Deadlines;

public sealed class ReadingACalendar(Engine engine) : PerchDesk(engine)
{
    protected override string? Setting(string name) => name == PublicAddress.Setting ? "https://abuse.cloud.example/" : null;

    [Test]
    public async Task The_holder_of_a_case_reads_its_deadlines_in_UTC()
    {
        await StartAsync("2020-11-18T16:00:00Z");
        var secret = await Get<RenewCalendar>().RunAsync(People.Ines, "ines");

        var text = (await TextAsync(secret))!;
        var one = Events(text).Single();

        Assert.That(text, Does.Contain("\r\nDTSTART:20201118T160000Z\r\n").And.Contain("\r\nSEQUENCE:0\r\n").And.Contain("\r\nSTATUS:CONFIRMED\r\n").And.Not.Contain("METHOD"));
        Assert.That((one.Uid, one.Summary), Is.EqualTo(("D-2020-00001@cloud.example", "remove 30 items (C-2020-0417)")));
        Assert.That(one.Url, Is.EqualTo(new Uri("https://abuse.cloud.example/deadlines/D-2020-00001")));
        Assert.That(text, Does.Not.Contain("Calls for violence").And.Not.Contain("Perch"), "other programs keep it: numbers only");
    }

    [Test]
    public async Task A_deadline_that_moves_keeps_its_UID_and_its_sequence_grows()
    {
        var deadline = await StartAsync("2020-11-18T16:00:00Z");
        var secret = await Get<RenewCalendar>().RunAsync(People.Ines, "ines");
        var before = Events(await TextAsync(secret)).Single();

        Clock.Now += Duration.FromMinutes(5);
        await Get<AskExtension>().RunAsync(People.Ines, deadline, PromisedTime.At(At("2020-11-20T16:00:00Z"), "America/Los_Angeles"), "the customer asked");
        await Get<DecideExtension>().RunAsync(People.Maren, deadline, true, "");
        var after = Events(await TextAsync(secret)).Single();

        Assert.That(after.Uid, Is.EqualTo(before.Uid));
        Assert.That(after.Sequence, Is.GreaterThan(before.Sequence));
        Assert.That(after.Start!.AsUtc, Is.EqualTo(At("2020-11-20T16:00:00Z").ToDateTimeUtc()));
    }

    [Test]
    public async Task What_ended_is_cancelled_for_thirty_days_and_then_gone()
    {
        var deadline = await StartAsync("2020-11-18T16:00:00Z");
        var secret = await Get<RenewCalendar>().RunAsync(People.Ines, "ines");
        await Get<MeetDeadline>().RunAsync(People.Ines, deadline);

        var ended = Events(await TextAsync(secret)).Single();
        Clock.Now += Duration.FromDays(30);
        var lastDay = Events(await TextAsync(secret));
        Clock.Now += Duration.FromSeconds(1);

        Assert.That((ended.Status, ended.Sequence), Is.EqualTo(("CANCELLED", 1)));
        Assert.That(lastDay, Has.Count.EqualTo(1));
        Assert.That(Events(await TextAsync(secret)), Is.Empty);
    }

    [Test]
    public async Task Each_reads_what_concerns_them_and_nobody_else()
    {
        await StartAsync("2020-11-18T16:00:00Z");
        await StartAsync("2020-11-19T16:00:00Z", DeadlineRules.DecideReview);
        var ines = await Get<RenewCalendar>().RunAsync(People.Ines, "ines");
        var maren = await Get<RenewCalendar>().RunAsync(People.Maren, "maren");
        var ruth = await Get<RenewCalendar>().RunAsync(People.Ruth, "ruth");

        Assert.That(await RefsAsync(ines), Is.EqualTo(new[] { "D-2020-00001", "D-2020-00002" }), "the holder of the case");
        Assert.That(await RefsAsync(ruth), Is.EqualTo(new[] { "D-2020-00002" }), "legal");
        Assert.That(await RefsAsync(maren), Is.Empty, "a lead, while somebody holds the case");
        await Database.WriteAsync(tx => tx.ExecuteAsync("update cases set assignee = null"));
        Assert.That(await RefsAsync(ines), Is.Empty);
        Assert.That(await RefsAsync(maren), Is.EqualTo(new[] { "D-2020-00001", "D-2020-00002" }), "a lead, of what nobody holds");
    }

    [Test]
    public async Task A_new_address_ends_the_one_before_and_a_revoked_one_is_gone()
    {
        var first = await Get<RenewCalendar>().RunAsync(People.Ines, "ines");
        var second = await Get<RenewCalendar>().RunAsync(People.Admin, "ines");

        Assert.That(await TextAsync(first), Is.Null);
        Assert.That(await TextAsync(second), Is.Not.Null);
        await Get<RevokeCalendar>().RunAsync(People.Ines, "ines");
        Assert.That(await TextAsync(second), Is.Null);
        Assert.That(() => Get<RevokeCalendar>().RunAsync(People.Ines, "ines"), Throws.TypeOf<DeskException>().With.Message.Contains("nothing to revoke"));
        Assert.That(() => Get<RenewCalendar>().RunAsync(People.Ines, "ruth"), Throws.TypeOf<DeskException>().With.Message.Contains("needs the role admin"));
    }

    [Test]
    public async Task Who_is_disabled_reads_nothing_any_more()
    {
        var secret = await Get<RenewCalendar>().RunAsync(People.Ines, "ines");
        await Database.WriteAsync(tx => tx.ExecuteAsync("update staff set disabled = true where login = 'ines'"));

        Assert.That(await TextAsync(secret), Is.Null);
    }

    [Test]
    public async Task The_secret_has_256_bits_and_is_kept_nowhere()
    {
        var secret = await Get<RenewCalendar>().RunAsync(People.Ines, "ines");

        Assert.That(secret, Does.Match("^[A-Za-z0-9_-]{43}$"));
        Assert.That(await OneAsync<string>("select secret_sha256 from calendar_feeds"), Has.Length.EqualTo(64).And.Not.Contain(secret));
        Assert.That(await AllAsync<string>("select details || summary from journal where act like 'calendar%'"), Has.Count.EqualTo(1).And.None.Contains(secret));
    }

    private async Task<string?> TextAsync(string secret) => await Get<ReadCalendar>().RunAsync(secret) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    private async Task<string[]> RefsAsync(string secret) => [.. Events(await TextAsync(secret)).Select(one => one.Uid!.Split('@')[0]).Order()];

    private static List<CalendarEvent> Events(string? text) => [.. Calendar.Load(text!)!.Events];
}
