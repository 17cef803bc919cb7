using AbuseDesk.Deadlines;
using AbuseDesk.Tests.Database;

namespace AbuseDesk.Tests.Notices.Review;

public sealed class StartingWhatIsCounted(Engine engine) : NoticeTest(engine)
{
    protected override bool OwnTemplates => true;

    [Test]
    public async Task A_notice_that_is_sent_starts_what_a_rule_counts_from_it()
    {
        await File.AppendAllTextAsync(
            Path.Combine(Desk.Settings.Templates, "policy", "deadlines.yml"),
            """

              look_again:
                starts: notice-sent
                whose: ours
                to_do: look at the answer
                within: 3 days
                zone: customer
                audience: [assignee]
                reminders: {before: [], after: []}
            """);
        await FileAsync(1);

        var notice = await ForwardAsync();

        var started = (await Get<DeadlineHistory>().RunAsync(CaseRef)).Single(deadline => deadline.Rule == "look_again");
        var found = await Get<FindDeadline>().GetAsync(started.Ref);
        Assert.That((found.NoticeRef, found.DueLocal, found.DueZone), Is.EqualTo((notice, "2020-12-08T23:59:59", "Europe/Paris")));
        Assert.That(found.Explanation, Is.EqualTo($"3 days after {notice} was sent on Sat 5 Dec 2020 18:00 CET: Tue 8 Dec 2020 23:59 CET."));
    }
}
