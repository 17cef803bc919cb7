using System.Text;
using AbuseDesk.Cases;
using AbuseDesk.Evidence;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Review;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Review;

/// <summary>What blocks a notice names the fact that is missing, as the record is when somebody approves or sends.</summary>
public sealed class CheckingTheRecord(Engine engine) : NoticeTest(engine)
{
    [Test]
    public async Task A_reader_who_is_no_contact_any_more_blocks_the_approval()
    {
        var reference = await SubmittedAsync();
        await Database.WriteAsync(tx => tx.ExecuteAsync("delete from contacts where email = 'owner@perch.example'"));

        var failed = await FailedAsync(reference);
        Assert.That((failed.Sentence, failed.Source, failed.About), Is.EqualTo((
            "owner@perch.example is no contact of the customer any more; draft the notice again for those who are.", "customer list", new CheckedFact("case", CaseRef, $"/cases/{CaseRef}"))));
        Assert.That(() => Get<ApproveNotice>().RunAsync(People.Ruth, reference), Throws.TypeOf<DeskException>().With.Message.Contains(failed.Sentence));
    }

    [Test]
    public async Task A_figure_that_somebody_typed_into_the_text_blocks_the_approval()
    {
        var reference = await SubmittedAsync();
        var notice = await Get<NoticeRecords>().GetAsync(reference);
        var version = (await Get<NoticeRecords>().VersionsAsync(notice.Id)).Single();
        var text = Encoding.UTF8.GetString(await Get<IEvidenceStore>().ReadAsync(version.TextSha256));
        Assert.That(text, Does.Contain("2 of 3"));
        var typed = await Get<StoreEvidence>().RunAsync(Encoding.UTF8.GetBytes(text.Replace("2 of 3", "3 of 3", StringComparison.Ordinal)), "notice.txt", EvidencePurpose.Notice);
        await Database.WriteAsync(async tx =>
        {
            await EvidenceRecords.AddAsync(tx, People.Ines, typed, new CaptureFacts { Purpose = EvidencePurpose.Notice, FileName = "notice.txt", CapturedAt = tx.Now, CapturedBy = "ines", Method = "typed" });
            await tx.ExecuteAsync("update notice_versions set text_sha256 = @Sha256", new { typed.Sha256 });
        });

        var failed = await FailedAsync(reference);
        Assert.That((failed.Sentence, failed.About?.Path), Is.EqualTo(("The text is not what the record gives, word for word; redraft it.", $"/notices/{reference}#redraft")));
        Assert.That(() => Get<ApproveNotice>().RunAsync(People.Ruth, reference), Throws.TypeOf<DeskException>().With.Message.Contains("word for word"));
    }

    [Test]
    public async Task An_item_without_evidence_is_not_sent_to_the_customer()
    {
        await FileAsync(1);
        await Get<FileReport>().RunAsync(People.Ines, Known.Report("bare", Clock.Now - Duration.FromHours(1), "7.4"));

        Assert.That(() => ForwardAsync(), Throws.TypeOf<DeskException>().With.Message.Contains("Item 2 has no evidence"));
        Assert.That((await FailedAsync("N-2020-0001")).About, Is.EqualTo(new CheckedFact("item", "item 2", $"/cases/{CaseRef}/items/2#evidence")));
    }

    [Test]
    public async Task A_changed_count_names_the_case_and_the_sentence()
    {
        var reference = await SubmittedAsync();
        Clock.Now += Duration.FromHours(1);
        await CheckAsync(2, CheckOutcome.Removed);

        var failed = await FailedAsync(reference);

        Assert.That((failed.About?.Kind, failed.Untrue[0].Was), Is.EqualTo(("case", "On 6 December 2020 at 10:00 PST, 1 was removed and 2 of 3 were still available.")));
    }

    [Test]
    public async Task A_document_that_is_cited_and_was_changed_since_blocks_as_a_screenshot_does()
    {
        var reference = await SubmittedAsync();
        var notice = await Get<NoticeRecords>().GetAsync(reference);
        var facts = AbuseDesk.Notices.Facts.FactsText.Read(Encoding.UTF8.GetString(
            await Get<IEvidenceStore>().ReadAsync((await Get<NoticeRecords>().VersionsAsync(notice.Id)).Single().FactsSha256)));
        var cited = facts.Documents[0];
        var file = Directory.EnumerateFiles(Desk.Settings.Evidence, cited.Sha256, SearchOption.AllDirectories).Single();
        File.SetAttributes(file, FileAttributes.Normal);
        await File.AppendAllTextAsync(file, "x");

        var failed = await FailedAsync(reference);

        Assert.That(failed.Sentence, Is.EqualTo($"The evidence of document {cited.Label} is missing or was changed; restore it before this notice goes out."));
        Assert.That(() => Get<ApproveNotice>().RunAsync(People.Ruth, reference), Throws.TypeOf<DeskException>().With.Message.Contains($"document {cited.Label}"));
    }

    [Test]
    public async Task Who_reported_is_named_only_where_a_lawyer_released_the_identity_expressly()
    {
        var seen = Clock.Now - Duration.FromHours(1);
        var filed = await Get<FileReport>().RunAsync(People.Ines, Known.Report("1", seen, "7.4", Severity.High) with
        {
            Excerpt = "They told us: Marta Quill saw it.",
            Source = ReportSource.Form,
            ReporterName = "Marta Quill",
            ReporterEmail = "desk@watch.example",
            Screenshots = [Known.Screenshot(seen)],
        });
        Assert.That(() => ForwardAsync(), Throws.TypeOf<DeskException>().With.Message.Contains("have legal release the identity"));
        Assert.That((await FailedAsync("N-2020-0001")).About?.Path, Is.EqualTo($"/cases/{CaseRef}/items/1#reports"));
        Assert.That(() => Get<ReleaseReporter>().RunAsync(People.Ines, filed.ReportRef!, "She agreed."), Throws.TypeOf<DeskException>().With.Message.Contains("role legal"));
        Assert.That(() => Get<ReleaseReporter>().RunAsync(People.Ruth, filed.ReportRef!, " "), Throws.TypeOf<DeskException>());

        await Get<ReleaseReporter>().RunAsync(People.Ruth, filed.ReportRef!, "She agreed in writing.");
        await Get<ReleaseReporter>().RunAsync(People.Ruth, filed.ReportRef!, "She took it back.", released: false);
        Assert.That((await FailedAsync("N-2020-0001")).Sentence, Does.Contain("names who reported"));
        await Get<ReleaseReporter>().RunAsync(People.Ruth, filed.ReportRef!, "She agreed again.");

        var said = (await Get<NoticeChecks>().RunAsync("N-2020-0001")).Checks.Single(check => check.Source == "DSA Art 17(3)(b)");
        Assert.That((said.Passed, said.Sentence), Is.EqualTo((true, $"None of the 0 who reported is named; legal released the identity in {filed.ReportRef}")));
        await Get<SendNotice>().RunAsync(People.Ines, "N-2020-0001");
        var journal = (await Get<CaseTimeline>().ListAsync(CaseRef)).Select(entry => entry.Summary).ToList();
        Assert.That(journal, Has.One.EqualTo($"allowed notices to name the reporter of {filed.ReportRef}: “She agreed in writing.”"));
        Assert.That(journal, Has.None.Contain("Marta"));
    }

    private async Task<NoticeCheck> FailedAsync(string reference) => (await Get<NoticeChecks>().RunAsync(reference)).Checks.Single(check => !check.Passed);
}
