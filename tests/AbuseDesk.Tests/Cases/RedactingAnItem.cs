using AbuseDesk.Cases;
using AbuseDesk.Evidence;
using AbuseDesk.Journal;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Notices.Settling;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Notices.Pdf;
using AbuseDesk.Tests.Notices.Review;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Cases;

public sealed class RedactingAnItem(Engine engine) : NoticeTest(engine)
{
    private static readonly RedactionBox[] OneBox = [new(2, 3, 20, 10)];

    [Test]
    public async Task The_redacted_picture_is_evidence_whose_custody_names_the_original_and_the_original_stays_sealed()
    {
        await FileAsync(1);
        var original = await OriginalAsync();
        var sealedBytes = await Get<IEvidenceStore>().ReadAsync(original);

        var redacted = await RedactAsync(original);

        var capture = (await Get<ShowEvidence>().RunAsync(redacted.Sha256)).Captures.Single();
        Assert.That((capture.CapturedBy, capture.CapturedAt), Is.EqualTo(("ruth", Clock.Now)));
        Assert.That(capture.Method, Is.EqualTo($"redacted with 1 black box; the original is kept under SHA-256 {original}"));
        Assert.That(await Get<IEvidenceStore>().ReadAsync(original), Is.EqualTo(sealedBytes));
        Assert.That((await Get<VerifyEvidence>().RunAsync()).Broken, Is.Empty);
        var entry = (await Get<CaseTimeline>().ListAsync(CaseRef)).First(entry => entry.Act == "screenshot-redacted");
        Assert.That(entry.Summary, Is.EqualTo("redacted a screenshot of item 1 with 1 black box: Names a bystander."));
        Assert.That(entry.Details, Does.Contain(original).And.Contain(redacted.Sha256).And.Contain("2,3,20,10"));
        Assert.That((await Get<VerifyJournal>().RunAsync()).Intact);
        var kept = (await Get<ItemRedactions>().ListAsync(1)).Single();
        Assert.That((kept.OriginalSha256, kept.Sha256, kept.Reason, kept.BoxList.Single()), Is.EqualTo((original, redacted.Sha256, "Names a bystander.", OneBox[0])));
    }

    [Test]
    public async Task A_notice_prints_the_redacted_picture_and_names_the_original_and_neither_the_reason()
    {
        await FileAsync(1);
        var original = await OriginalAsync();
        var redacted = await RedactAsync(original);
        await Get<RedactExcerpt>().RunAsync(People.Ines, CaseRef, 1, "Words are [...]", "Names a bystander.");

        var (facts, pdf) = await DraftAsync();

        var exhibit = facts.Items.Single().Exhibits.Single();
        Assert.That((exhibit.Sha256, exhibit.Redaction?.OriginalSha256), Is.EqualTo((redacted.Sha256, original)));
        Assert.That(facts.Items.Single().Excerpt, Is.EqualTo("Words are […]"));
        var text = string.Concat(PdfText.Pages(pdf)).Replace(" ", "", StringComparison.Ordinal);
        Assert.That(text, Does.Contain(redacted.Sha256).And.Contain(original).And.Contain("Apartofthepicturewasblackedout.").And.Contain("Wordsare[…]"));
        Assert.That(text, Does.Not.Contain("bystander").And.Not.Contain("Wordsareover"));
    }

    [Test]
    public async Task What_was_sent_stays_and_undoing_brings_the_originals_back_for_later_notices()
    {
        await FileAsync(1);
        var original = await OriginalAsync();
        await RedactAsync(original);
        await RedactAsync(original);
        await Get<RedactExcerpt>().RunAsync(People.Ines, CaseRef, 1, "Words […]", "x");
        var sent = await Get<NoticeRecords>().GetAsync(await ForwardAsync());
        var before = await Database.SnapshotAsync(tx => NoticeRecords.VersionAsync(tx, sent));

        await Get<UndoRedaction>().RunAsync(People.Maren, CaseRef, 1, original, "The bystander agrees.");
        await Get<UndoRedaction>().RunAsync(People.Maren, CaseRef, 1, null, "So does the other.");

        Assert.That((await Database.SnapshotAsync(tx => NoticeRecords.VersionAsync(tx, sent))).PdfSha256, Is.EqualTo(before.PdfSha256));
        Clock.Now += Duration.FromHours(25);
        await CheckAsync(1, CheckOutcome.StillUp);
        var (facts, _) = await DraftAsync(NoticeKind.Warning);
        var item = facts.Items.Single();
        Assert.That(item.Exhibits.Select(exhibit => (exhibit.Sha256, exhibit.Redaction)), Is.EqualTo(new[] { (original, (RedactionFacts?)null) }));
        Assert.That(item.Excerpt, Is.EqualTo("Words are over."));
        Assert.That((await Get<ItemRedactions>().ListAsync(1)).Select(redaction => redaction.UndoneBy), Is.All.EqualTo("maren"));
    }

    [Test]
    public async Task A_redaction_voids_an_approval_that_was_not_sent()
    {
        var reference = await SubmittedAsync();
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);
        Clock.Now += Duration.FromMinutes(5);
        await RedactAsync(await OriginalAsync());

        Assert.That(await Get<VoidApprovals>().RunAsync(), Is.EqualTo(1));
        var notice = await Get<NoticeRecords>().GetAsync(reference);
        Assert.That((await Get<NoticeRecords>().ReviewsAsync(notice.Id))[^1].Comment, Does.Contain("the screenshots changed"));
    }

    [Test]
    public async Task Covering_everything_is_allowed_and_said()
    {
        await FileAsync(1);

        var redacted = await RedactAsync(await OriginalAsync(), new RedactionBox(0, 0, 41, 120));

        Assert.That(redacted.CoversAll);
        Assert.That((await Get<CaseTimeline>().ListAsync(CaseRef)).Select(entry => entry.Summary), Has.One.Contain("with black boxes over all of it"));
    }

    [Test]
    public async Task Bad_boxes_pictures_and_people_are_one_sentence_and_change_nothing()
    {
        await FileAsync(2);
        var original = await OriginalAsync();

        Assert.That(() => RedactAsync(original, Array.Empty<RedactionBox>()), Throws.TypeOf<DeskException>().With.Message.StartsWith("No box is drawn"));
        Assert.That(() => RedactAsync(original, new RedactionBox(0, 0, 42, 10)), Throws.TypeOf<DeskException>().With.Message.Contains("reaches outside the picture, which is 41 by 120 pixels"));
        Assert.That(() => RedactAsync(original, new RedactionBox(1, 1, int.MaxValue, 10)), Throws.TypeOf<DeskException>());
        Assert.That(() => RedactAsync(original, new RedactionBox(0, 0, 0, 10)), Throws.TypeOf<DeskException>().With.Message.Contains("is empty"));
        Assert.That(() => RedactAsync(new string('0', 64)), Throws.TypeOf<DeskException>().With.Message.Contains("Item 1 of C-2020-0001 has no screenshot"));
        Assert.That(() => Get<RedactScreenshot>().RunAsync(People.Ines, CaseRef, 2, original, OneBox, "x"), Throws.TypeOf<DeskException>(), "it shows another item");
        Assert.That(() => Get<RedactScreenshot>().RunAsync(People.Ines, CaseRef, 1, original, OneBox, " "), Throws.TypeOf<DeskException>().With.Message.StartsWith("Give a reason"));
        Assert.That(() => Get<RedactScreenshot>().RunAsync(People.Auditor, CaseRef, 1, original, OneBox, "x"), Throws.TypeOf<DeskException>().With.Property("Refused").True);
        Assert.That(() => Get<UndoRedaction>().RunAsync(People.Ines, CaseRef, 1, original, "x"), Throws.TypeOf<DeskException>().With.Message.Contains("is not redacted"));
        Assert.That(await CountAsync("redactions"), Is.Zero);
    }

    [Test]
    public async Task A_picture_that_is_gone_from_the_store_cannot_be_redacted()
    {
        await FileAsync(1);
        var original = await OriginalAsync();
        var file = Path.Combine(Desk.Settings.Evidence, original[..2], original[2..4], original);
        File.SetAttributes(file, FileAttributes.Normal);
        File.Delete(file);

        Assert.That(() => RedactAsync(original), Throws.TypeOf<DeskException>().With.Message.Contains("are missing"));
    }

    [TestCase("Words are done […]")]
    [TestCase("[…] over. […] Words")]
    [TestCase("Words are over.")]
    [TestCase("Words are")]
    [TestCase("[…] words […]")]
    [TestCase("")]
    public async Task A_redacted_excerpt_is_the_excerpts_own_words_with_marks(string written)
    {
        await FileAsync(1);

        Assert.That(() => Get<RedactExcerpt>().RunAsync(People.Ruth, CaseRef, 1, written, "x"), Throws.TypeOf<DeskException>());
        Assert.That(await Get<RedactExcerpt>().RunAsync(People.Ruth, CaseRef, 1, "[…] are […].\r\n", "x"), Is.EqualTo("[…] are […]."));
    }

    private Task<RedactedScreenshot> RedactAsync(string original, params RedactionBox[] boxes) =>
        Get<RedactScreenshot>().RunAsync(People.Ruth, CaseRef, 1, original, boxes, "Names a bystander.");

    private Task<RedactedScreenshot> RedactAsync(string original) => RedactAsync(original, OneBox);

    private async Task<string> OriginalAsync()
    {
        var head = await Get<CaseRecord>().GetAsync(CaseRef);
        return (await Get<CaseEvidence>().ListAsync(head.Id, 1)).First(capture => capture.Purpose == "screenshot").Sha256;
    }

    private async Task<(NoticeFacts Facts, byte[] Pdf)> DraftAsync(NoticeKind kind = NoticeKind.Forwarding)
    {
        var drafted = await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest
        {
            CaseRef = CaseRef,
            Kind = kind,
            ActBy = kind == NoticeKind.Forwarding ? PromisedTime.At(Clock.Now + Duration.FromHours(24), "America/Los_Angeles") : null,
        });
        var notice = await Get<NoticeRecords>().GetAsync(drafted.Ref);
        var version = await Database.SnapshotAsync(tx => NoticeRecords.VersionAsync(tx, notice));
        var store = Get<IEvidenceStore>();
        return (FactsText.Read(System.Text.Encoding.UTF8.GetString(await store.ReadAsync(version.FactsSha256))), await store.ReadAsync(version.PdfSha256));
    }
}
