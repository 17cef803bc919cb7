using AbuseDesk.Cases;
using AbuseDesk.Deadlines;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Notices.Review;
using AbuseDesk.Tests.Staff;
using Dapper;
using NodaTime;

namespace AbuseDesk.Tests.Cases;

public sealed class ClosingACase(Engine engine) : NoticeTest(engine)
{
    [Test]
    public async Task A_closed_case_ends_its_deadlines_but_not_those_that_bind_the_desk_on_their_own()
    {
        await SuspendedAsync();

        var closed = await Get<CloseCase>().RunAsync(People.Maren, CaseRef, "the customer left");

        Assert.That(await StatusesAsync(), Is.EquivalentTo(new[]
        {
            ("act_by", "withdrawn"), ("decide_review", "met"), ("send_notice", "met"), ("acknowledge", "withdrawn"), ("effective", "open"), ("preservation_ends", "open"),
        }));
        Assert.That(closed.Withdrawn, Is.EqualTo(2));
        Assert.That(closed.GoingOn, Has.Count.EqualTo(2).And.One.EndsWith("the suspension takes effect"));
        Assert.That((await Get<CaseTimeline>().ListAsync(CaseRef))[0].Summary,
            Does.StartWith("closed the case: the customer left; these deadlines go on: D-").And.Contains("the suspension takes effect"));
    }

    [Test]
    public async Task The_review_of_a_closed_case_is_not_waited_for()
    {
        await SubmittedAsync();

        await Get<CloseCase>().RunAsync(People.Maren, CaseRef, "the customer left");

        Assert.That(await StatusesAsync(), Has.Member(("decide_review", "withdrawn")));
    }

    [Test]
    public async Task A_notice_of_a_closed_case_is_neither_submitted_nor_approved_nor_sent()
    {
        const string Closed = "C-2020-0001 is closed; reopen it first.";
        var measure = await SubmittedAsync();
        var warning = await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest { CaseRef = CaseRef, Kind = NoticeKind.Warning });
        await Get<CloseCase>().RunAsync(People.Maren, CaseRef, "the customer left");
        Assert.That(() => Get<ApproveNotice>().RunAsync(People.Ruth, measure), Throws.TypeOf<DeskException>().With.Message.EqualTo(Closed));
        Assert.That(() => Get<SendNotice>().RunAsync(People.Ines, warning.Ref), Throws.TypeOf<DeskException>().With.Message.EqualTo(Closed));

        await Get<ReopenCase>().RunAsync(People.Maren, CaseRef, "they came back");
        await Get<RedraftNotice>().RunAsync(People.Ines, measure, new RedraftNoticeRequest());
        await Get<CloseCase>().RunAsync(People.Maren, CaseRef, "they left again");
        Assert.That(() => Get<SubmitNotice>().RunAsync(People.Ines, measure), Throws.TypeOf<DeskException>().With.Message.EqualTo(Closed));

        await Get<ReopenCase>().RunAsync(People.Maren, CaseRef, "they came back again");
        await Get<SubmitNotice>().RunAsync(People.Ines, measure);
        Assert.That(await StatusAsync(measure), Is.EqualTo("in-review"));
    }

    [Test]
    public async Task A_reopened_case_is_due_when_its_first_open_deadline_is()
    {
        await SuspendedAsync();
        await Get<CloseCase>().RunAsync(People.Maren, CaseRef, "the customer left");
        Assert.That((await Get<CaseRecord>().GetAsync(CaseRef)).Status, Is.EqualTo("closed"));

        await Get<ReopenCase>().RunAsync(People.Maren, CaseRef, "they came back");

        var shown = await Database.ReadAsync(connection => connection.QuerySingleAsync<(Instant? NextDueAt, string Turn, string ToDo)>(
            "select next_due_at, turn, to_do from cases where ref = @CaseRef", new { CaseRef }));
        Assert.That(shown, Is.EqualTo(((Instant?)At("2020-12-09T07:59:00Z"), "ours", "look at the reopened case")));
    }

    private async Task SuspendedAsync()
    {
        var reference = await SubmittedAsync();
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);
        await Get<SendNotice>().RunAsync(People.Ines, reference);
    }

    private async Task<IEnumerable<(string, string)>> StatusesAsync() =>
        (await Get<DeadlineHistory>().RunAsync(CaseRef)).Select(deadline => (deadline.Rule, deadline.Status));
}
