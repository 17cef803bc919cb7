using AbuseDesk.Cases;
using AbuseDesk.Deadlines;
using AbuseDesk.Evidence;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Review;

public sealed class RedraftingInReview(Engine engine) : NoticeTest(engine)
{
    [Test]
    public async Task The_reviewer_no_longer_has_to_decide_on_a_version_that_is_gone()
    {
        var reference = await SubmittedAsync();
        await Get<RedraftNotice>().RunAsync(People.Ines, reference, new RedraftNoticeRequest());

        var decide = (await Get<DeadlineHistory>().RunAsync(CaseRef)).Single(deadline => deadline.Rule == "decide_review");
        Assert.That(decide.Status, Is.EqualTo("withdrawn"));
    }

    [Test]
    public async Task Items_sent_after_the_last_check_are_not_counted_as_looked_at_by_it()
    {
        await FileAsync(2);
        await ForwardAsync();
        Clock.Now += Duration.FromHours(25);
        await CheckAsync(1, CheckOutcome.Removed);
        await CheckAsync(2, CheckOutcome.StillUp);
        Clock.Now += Duration.FromHours(2);
        await FileAsync(3);
        await ForwardAsync();
        var drafted = await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest
        {
            CaseRef = CaseRef,
            Kind = NoticeKind.PlanRequest,
            ActBy = PromisedTime.At(Clock.Now + Duration.FromDays(7), "America/Los_Angeles"),
        });

        var records = Get<NoticeRecords>();
        var version = (await records.VersionsAsync((await records.GetAsync(drafted.Ref)).Id))[^1];
        var text = System.Text.Encoding.UTF8.GetString(await Get<IEvidenceStore>().ReadAsync(version.TextSha256));
        Assert.That(System.Text.RegularExpressions.Regex.Replace(text, @"\s+", " "), Does.Contain("1 of 2 items sent to you was still available"));
    }
}
