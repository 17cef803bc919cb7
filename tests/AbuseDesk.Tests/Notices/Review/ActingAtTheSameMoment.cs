using AbuseDesk.Cases;
using AbuseDesk.Deadlines;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Notices.Settling;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using Dapper;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Review;

public sealed class ActingAtTheSameMoment(Engine engine) : NoticeTest(engine)
{
    private const int Tries = 8;

    [Test]
    public async Task A_warning_that_two_people_send_is_sent_once_and_stays_sent()
    {
        await ForwardedAsync();
        for (var each = 0; each < Tries; each++)
        {
            var reference = await DraftWarningAsync();

            var refusals = await AtOnceAsync(
                () => Get<SendNotice>().RunAsync(People.Ines, reference),
                () => Get<SendNotice>().RunAsync(People.Maren, reference));

            Assert.That(refusals, Has.Count.EqualTo(1));
            Assert.That(await StatusAsync(reference), Is.EqualTo("sent"));
            Assert.That(await CountAsync("outbox o join notices n on n.id = o.notice_id where n.ref = @reference", new { reference }), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_check_recorded_beside_a_send_is_seen_by_it_or_comes_after_it()
    {
        await ForwardedAsync();
        for (var each = 0; each < Tries; each++)
        {
            var reference = await DraftWarningAsync();
            Clock.Now += Duration.FromHours(1);

            var refusals = await AtOnceAsync(
                () => Get<SendNotice>().RunAsync(People.Ines, reference),
                () => CheckAsync(1, each % 2 == 0 ? CheckOutcome.Removed : CheckOutcome.StillUp));

            var acts = await ActsAsync();
            if (await StatusAsync(reference) == "sent")
                Assert.That(acts.IndexOf("notice-sent"), Is.GreaterThan(acts.IndexOf("items-checked")), "sent before the check, read from the end");
            else
                Assert.That(refusals.Single().Message, Does.Contain("The record has changed").Or.Contains("changed by somebody else"));
        }
    }

    [Test]
    public async Task Acts_over_one_case_queue_up_behind_each_other()
    {
        await ForwardedAsync();
        await WarnAsync();
        var warning = await DraftWarningAsync();
        var measure = await SubmittedMeasureAsync();
        Clock.Now += Duration.FromHours(1);

        var refusals = await AtOnceAsync(
            () => Get<SendNotice>().RunAsync(People.Ines, warning),
            () => Get<ApproveNotice>().RunAsync(People.Ruth, measure),
            () => Get<ReturnNotice>().RunAsync(People.Ruth, measure, "Name the hour."),
            () => Get<RedraftNotice>().RunAsync(People.Ines, measure, new RedraftNoticeRequest()),
            () => CheckAsync(1, CheckOutcome.StillUp),
            () => CheckAsync(2, CheckOutcome.Removed),
            () => DraftWarningAsync(),
            () => DraftWarningAsync(),
            () => Get<SettleDeadlines>().RunAsync(),
            () => Get<RemindDue>().RunAsync(Clock.Now + Duration.FromDays(3)),
            async () => await Get<MeetDeadline>().RunAsync(People.Maren, await OpenDeadlineAsync()));

        Assert.That(refusals.Select(refusal => refusal.Message), Has.None.Contains("at the same moment"));
    }

    /// <summary>Runs acts side by side; what they refuse with a sentence is returned, and anything else fails the test.</summary>
    private static async Task<List<DeskException>> AtOnceAsync(params Func<Task>[] acts)
    {
        var refusals = await Task.WhenAll(acts.Select(act => Task.Run(async () =>
        {
            try
            {
                await act();
                return null;
            }
            catch (DeskException refusal)
            {
                return refusal;
            }
        })));
        return [.. refusals.OfType<DeskException>()];
    }

    private async Task ForwardedAsync()
    {
        await FileAsync(2);
        await ForwardAsync();
        Clock.Now += Duration.FromHours(25);
        await CheckAsync(1, CheckOutcome.StillUp);
        await CheckAsync(2, CheckOutcome.StillUp);
    }

    private async Task<string> DraftWarningAsync() =>
        (await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest { CaseRef = CaseRef, Kind = NoticeKind.Warning })).Ref;

    private async Task<string> SubmittedMeasureAsync()
    {
        var drafted = await Get<DraftNotice>().RunAsync(People.Ines, Suspension());
        await Get<SubmitNotice>().RunAsync(People.Ines, drafted.Ref);
        return drafted.Ref;
    }

    private Task<string> OpenDeadlineAsync() => Database.ReadAsync(connection => connection.QueryFirstAsync<string>(
        "select ref from deadlines where status = 'open' order by id limit 1"));

    /// <summary>The newest first.</summary>
    private Task<List<string>> ActsAsync() => Database.ReadAsync(async connection => (await connection.QueryAsync<string>(
        "select act from journal where chain = @CaseRef order by number desc", new { CaseRef })).AsList());
}
