using AbuseDesk.Cases;
using AbuseDesk.Deadlines;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Notices.Settling;
using AbuseDesk.Notices.Verify;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Review;

/// <summary>The policy asks for two lawyers before a suspension is sent.</summary>
public sealed class ApprovingWithSixEyes(Engine engine) : NoticeTest(engine)
{
    private static readonly Actor Rhea = new("rhea", "Rhea Lund", new HashSet<Role> { Role.Legal });

    protected override bool OwnTemplates => true;

    [SetUp]
    public async Task AskForTwo()
    {
        await File.WriteAllTextAsync(Path.Combine(Desk.Settings.Templates, "policy", "review.yml"), "approvals: {suspension: 2}\n");
        await HireAsync(Rhea);
    }

    [Test]
    public async Task Two_lawyers_approve_the_same_bytes_before_it_is_sent()
    {
        var reference = await SubmittedAsync("immediate", People.Ruth);

        var first = await Get<ApproveNotice>().RunAsync(People.Ruth, reference);
        Assert.That((first.Sentence, await StatusAsync(reference)), Is.EqualTo(("1 of 2 approvals", "in-review")));
        Assert.That(() => Get<SendNotice>().RunAsync(People.Ines, reference), Throws.TypeOf<DeskException>());
        var second = await Get<ApproveNotice>().RunAsync(Rhea, reference);
        Assert.That((second.Sentence, await StatusAsync(reference)), Is.EqualTo(("2 of 2 approvals", "approved")));
        await Get<SendNotice>().RunAsync(People.Ines, reference);

        var notice = await Get<NoticeRecords>().GetAsync(reference);
        Assert.That((notice.Status, notice.ApprovedBy), Is.EqualTo(("sent", "ruth")));
        var version = (await Get<NoticeRecords>().VersionsAsync(notice.Id)).Single();
        var pdf = await Get<AbuseDesk.Evidence.IEvidenceStore>().ReadAsync(version.PdfSha256);
        var proof = await Get<VerifyNotice>().ByBytesAsync(new MemoryStream(pdf));
        Assert.That(proof.Approvals.Select(one => one.Login), Is.EqualTo(new[] { "ruth", "rhea" }));
        Assert.That((await Get<CaseTimeline>().ListAsync(CaseRef)).Select(entry => entry.Summary), Has.One.EndsWith(", 1 of 2 approvals").And.One.EndsWith(", 2 of 2 approvals"));
    }

    [Test]
    public async Task Nobody_counts_twice_and_the_author_never_does()
    {
        var reference = await SubmittedAsync("immediate", People.Ruth);
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);
        var inesAsLawyer = People.Ines with { Roles = new HashSet<Role> { Role.Agent, Role.Legal } };

        Assert.That(() => Get<ApproveNotice>().RunAsync(People.Ruth, reference), Throws.TypeOf<DeskException>()
            .With.Message.EqualTo($"You have approved version 1 of {reference}; the next approval is another lawyer’s."));
        Assert.That(() => Get<ApproveNotice>().RunAsync(inesAsLawyer, reference), Throws.TypeOf<DeskException>().With.Message.StartsWith("You drafted"));
        Assert.That(await StatusAsync(reference), Is.EqualTo("in-review"));
    }

    [Test]
    public async Task The_lawyer_whose_name_is_printed_is_one_of_the_two()
    {
        await HireAsync(new Actor("lena", "Lena Moss", new HashSet<Role> { Role.Legal }));
        var reference = await SubmittedAsync("immediate", People.Ruth);
        await Get<ApproveNotice>().RunAsync(Rhea, reference);

        Assert.That(() => Get<ApproveNotice>().RunAsync(new Actor("lena", "Lena Moss", new HashSet<Role> { Role.Legal }), reference),
            Throws.TypeOf<DeskException>().With.Message.Contains("prints the name of ruth as its approver, so only they can give the last approval"));
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);
        Assert.That(await StatusAsync(reference), Is.EqualTo("approved"));
    }

    [Test]
    public async Task The_second_lawyers_time_to_decide_starts_with_the_first_approval()
    {
        var reference = await SubmittedAsync("immediate", People.Ruth);
        Clock.Now += Duration.FromMinutes(90);
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);

        var reviews = (await Get<DeadlineHistory>().RunAsync(CaseRef)).Where(deadline => deadline.Rule == DeadlineRules.DecideReview).OrderBy(deadline => deadline.DueAt).ToList();
        Assert.That(reviews.Select(deadline => deadline.Status), Is.EqualTo(new[] { "met", "open" }));
        Assert.That(reviews[1].DueAt, Is.EqualTo(Clock.Now + Duration.FromHours(2)));
        await Get<ApproveNotice>().RunAsync(Rhea, reference);
        Assert.That((await Get<DeadlineHistory>().RunAsync(CaseRef)).Where(deadline => deadline.Rule == DeadlineRules.DecideReview).Select(deadline => deadline.Status), Has.All.EqualTo("met"));
    }

    [Test]
    public async Task A_redraft_voids_the_one_approval_that_was_given_and_both_are_needed_again()
    {
        var reference = await SubmittedAsync("immediate", People.Ruth);
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);
        await Get<RedraftNotice>().RunAsync(People.Ines, reference, new RedraftNoticeRequest());
        await Get<SubmitNotice>().RunAsync(People.Ines, reference);

        Assert.That((await Get<ApproveNotice>().RunAsync(Rhea, reference)).Sentence, Is.EqualTo("1 of 2 approvals"));
        Assert.That(await CountAsync("reviews where act = 'voided'"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_new_fact_voids_the_one_approval_that_was_given()
    {
        var reference = await SubmittedAsync("immediate", People.Ruth);
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);
        Clock.Now += Duration.FromHours(1);
        await CheckAsync(2, CheckOutcome.Removed);

        Assert.That(await Get<VoidApprovals>().RunAsync(), Is.EqualTo(1));

        Assert.That(await StatusAsync(reference), Is.EqualTo("draft"));
        Assert.That((await Get<DeadlineHistory>().RunAsync(CaseRef)).Where(deadline => deadline.Rule == DeadlineRules.DecideReview).Select(deadline => deadline.Status), Is.EquivalentTo(new[] { "met", "withdrawn" }));
        Assert.That(await CountAsync("outbox where kind = 'approval-voided'"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_notice_that_too_few_can_approve_is_not_submitted()
    {
        await Database.WriteAsync(tx => tx.ExecuteAsync("update staff set disabled = true where login = 'rhea'"));

        Assert.That(() => SubmittedAsync("immediate", People.Ruth), Throws.TypeOf<DeskException>().With.Message.StartsWith("2 lawyers must approve a suspension notice, and 1 can approve"));
    }

    [Test]
    public void A_termination_needs_two_and_the_other_measures_one_as_shipped()
    {
        var shipped = ReviewPolicy.Load(Path.Combine(AppContext.BaseDirectory, "templates", "policy", "review.yml"));

        Assert.That(Enum.GetValues<NoticeKind>().ToDictionary(kind => kind, shipped.ApprovalsFor).Where(pair => pair.Value > 0), Is.EquivalentTo(new Dictionary<NoticeKind, int>
        {
            [NoticeKind.Suspension] = 1,
            [NoticeKind.Reinstatement] = 1,
            [NoticeKind.Termination] = 2,
        }));
    }

    [TestCase("approvals: {suspension: 0}", "review.yml, line 1: approvals.suspension must be a number of lawyers from 1 to 9.")]
    [TestCase("approvals: {warning: 1}", "review.yml, line 1: approvals.warning must be left out, as it is no kind of notice that a lawyer approves.")]
    [TestCase("approvals: {suspension: 1}\napproval: {}", "review.yml, line 2: approval is not known; known here: approvals.")]
    public void A_mistake_in_the_policy_names_its_line(string yaml, string sentence) =>
        Assert.That(() => ReviewPolicy.Read(yaml, "review.yml"), Throws.TypeOf<DeskException>().With.Message.EqualTo(sentence));
}
