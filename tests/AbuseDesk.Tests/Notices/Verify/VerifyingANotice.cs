using AbuseDesk.Evidence;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Review;
using AbuseDesk.Notices.Verify;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Notices.Review;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Verify;

public sealed class VerifyingANotice(Engine engine) : NoticeTest(engine)
{
    [Test]
    public async Task The_bytes_that_were_sent_name_their_notice_and_who_approved_and_sent_them()
    {
        var (reference, sent) = await SentAsync();

        var proof = await ProveAsync(sent);

        Assert.That((proof.Verdict, proof.Ref, proof.Kind, proof.Version), Is.EqualTo((NoticeVerdict.Sent, reference, "suspension", (int?)2)));
        Assert.That((proof.ApprovedBy, proof.ApprovedAt), Is.EqualTo(("ruth", (Instant?)(Clock.Now - Duration.FromMinutes(5)))));
        Assert.That((proof.SentBy, proof.SentByName, proof.SentAt), Is.EqualTo(("ines", "Ines Calder", (Instant?)Clock.Now)));
        Assert.That(proof.Sent!.PdfSha256, Is.EqualTo(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(sent))));
    }

    [Test]
    public async Task A_single_changed_byte_is_not_known()
    {
        var (_, sent) = await SentAsync();
        sent[sent.Length / 2] ^= 1;

        var proof = await ProveAsync(sent);

        Assert.That((proof.Verdict, proof.Ref, proof.Sent), Is.EqualTo((NoticeVerdict.NotKnown, (string?)null, (SentNotice?)null)));
    }

    [Test]
    public async Task An_earlier_version_of_a_notice_that_was_sent_was_never_sent()
    {
        var (reference, _) = await SentAsync();

        var proof = await ProveAsync(await PdfAsync(reference, 1));

        Assert.That((proof.Verdict, proof.Version, proof.SentAt, proof.Sent), Is.EqualTo((NoticeVerdict.OlderVersion, (int?)1, (Instant?)null, (SentNotice?)null)));
        Assert.That(proof.Sentence, Is.EqualTo($"This is version 1 of {reference}, an older version that was never sent; the notice is at version 2."));
    }

    [TestCase("in-review", NoticeVerdict.Draft)]
    [TestCase("approved", NoticeVerdict.Approved)]
    [TestCase("withdrawn", NoticeVerdict.Withdrawn)]
    public async Task What_has_not_left_the_house_is_told_from_what_has(string status, NoticeVerdict verdict)
    {
        var reference = await SubmittedAsync();
        await Database.WriteAsync(tx => tx.ExecuteAsync("update notices set status = @status where ref = @reference", new { status, reference }));

        var proof = await ProveAsync(await PdfAsync(reference, 1));

        Assert.That((proof.Verdict, proof.Ref, proof.ApprovedBy, proof.Sent), Is.EqualTo((verdict, reference, (string?)null, (SentNotice?)null)));
    }

    [Test]
    public async Task A_forwarding_needs_no_approval_to_be_genuine()
    {
        await FileAsync(1);
        var reference = await ForwardAsync();

        var proof = await ProveAsync(await PdfAsync(reference, 1));

        Assert.That((proof.Verdict, proof.Kind, proof.ApprovedAt, proof.SentBy), Is.EqualTo((NoticeVerdict.Sent, "forwarding", (Instant?)null, "ines")));
    }

    [Test]
    public async Task A_code_names_its_notice_only_once_it_was_sent_and_is_read_as_people_type_it()
    {
        var reference = await SubmittedAsync();
        var code = (await Get<NoticeRecords>().GetAsync(reference)).VerificationCode;
        Assert.That(await Get<VerifyNotice>().ByCodeAsync(code), Is.Null, "a draft");
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);
        Assert.That(await Get<VerifyNotice>().ByCodeAsync(code), Is.Null, "approved");
        await Get<SendNotice>().RunAsync(People.Ines, reference);

        foreach (var typed in new[] { code, $" {code.ToLowerInvariant()} ", code.Replace("-", "", StringComparison.Ordinal), string.Join(' ', code.AsEnumerable()), code.Replace('-', '–') })
        {
            var found = await Get<VerifyNotice>().ByCodeAsync(typed);
            Assert.That((found?.Ref, found?.Kind, found?.SentAt), Is.EqualTo((reference, "suspension", (Instant?)Clock.Now)), typed);
        }
    }

    [TestCase("O7QX-M4KD", "No code holds the sign O; look at the notice again, it is probably Q or D.")]
    [TestCase("i7qx m4kd", "No code holds the sign I; look at the notice again, it is probably L, J or 7.")]
    [TestCase("7QXM-4KD", "“7QXM-4KD” cannot be a code; a code is two groups of four letters and digits, as 7QXM-4KD2.")]
    [TestCase("7QXM-4KÄ2", "“7QXM-4KÄ2” cannot be a code; a code is two groups of four letters and digits, as 7QXM-4KD2.")]
    public void A_slip_of_the_pen_is_named(string typed, string sentence) =>
        Assert.That(() => Get<VerifyNotice>().ByCodeAsync(typed), Throws.TypeOf<DeskException>().With.Message.EqualTo(sentence));

    /// <summary>A suspension that was returned once, so that version 2 was sent five minutes after its approval.</summary>
    private async Task<(string Reference, byte[] Pdf)> SentAsync()
    {
        var reference = await SubmittedAsync();
        await Get<ReturnNotice>().RunAsync(People.Ruth, reference, "Once more.");
        Clock.Now += Duration.FromMinutes(5);
        await Get<RedraftNotice>().RunAsync(People.Ines, reference, new RedraftNoticeRequest());
        await Get<SubmitNotice>().RunAsync(People.Ines, reference);
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);
        Clock.Now += Duration.FromMinutes(5);
        await Get<SendNotice>().RunAsync(People.Ines, reference);
        return (reference, await PdfAsync(reference, 2));
    }

    private async Task<byte[]> PdfAsync(string reference, int version)
    {
        var notice = await Get<NoticeRecords>().GetAsync(reference);
        return await Get<IEvidenceStore>().ReadAsync((await Get<NoticeRecords>().VersionsAsync(notice.Id)).Single(one => one.Number == version).PdfSha256);
    }

    private async Task<NoticeProof> ProveAsync(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return await Get<VerifyNotice>().ByBytesAsync(stream);
    }
}
