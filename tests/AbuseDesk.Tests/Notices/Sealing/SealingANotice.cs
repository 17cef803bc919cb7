using System.Security.Cryptography.Pkcs;
using AbuseDesk.Evidence;
using AbuseDesk.Mail;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Notices.Sealing;
using AbuseDesk.Notices.Verify;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Notices.Review;
using AbuseDesk.Tests.Staff;
using Dapper;
using MimeKit;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Sealing;

/// <summary>A desk with a certificate and a time stamp server, both of an authority that the test made; openssl judges what it writes.</summary>
public sealed class SealingANotice : NoticeTest
{
    private readonly TestAuthority authority = new();
    private readonly TestTimestampServer server;

    public SealingANotice(Engine engine)
        : base(engine) => server = new TestTimestampServer(authority.TimestampSigner);

    [OneTimeTearDown]
    public void CloseTheAuthority()
    {
        server.Dispose();
        authority.Dispose();
    }

    [SetUp]
    public void StartAfresh() => server.Instead = null;

    protected override string? Setting(string name) => name switch
    {
        SealSettings.Setting => authority.Pfx,
        SealSettings.PasswordSetting => TestAuthority.Password,
        SealSettings.TimestampSetting => server.Url.AbsoluteUri,
        SealSettings.WaitSetting => "15",
        _ => null,
    };

    [Test]
    public async Task The_mail_brings_a_seal_with_a_time_stamp_that_openssl_believes()
    {
        var reference = await ForwardedAsync();
        Assert.That((await Get<DeliverMail>().RunAsync()).Sent, Is.Zero, "it waits for the time stamp");

        Assert.That(await Get<StampSeals>().RunAsync(), Is.EqualTo(new StampSummary(1)));
        Assert.That((await Get<DeliverMail>().RunAsync()).Sent, Is.EqualTo(1));

        var (pdf, seal) = await DeliveredAsync(reference);
        Assert.That(CmsJudge(pdf, seal!), Does.Contain("successful"));
        Assert.That(StampJudge(seal!), Does.Contain("Verification: OK"));
        var row = (await SealAsync(reference))!;
        Assert.That((row.StampedAt, row.StampedBy, row.StampDueAt), Is.EqualTo(((Instant?)Instant.FromDateTimeOffset(server.Clock), "CN=Test Time", (Instant?)null)));
        Assert.That(await Get<IEvidenceStore>().ReadAsync(row.SealSha256), Is.EqualTo(seal), "the seal that left is the one on record");
        Assert.That(await CountAsync("captures where file_name = @name", new { name = $"{reference}.pdf.p7s" }), Is.EqualTo(2), "before and after the stamp");
    }

    [Test]
    public async Task A_server_that_fails_is_asked_again_and_keeps_the_mail_no_longer_than_the_setting_says()
    {
        server.Instead = TestTimestampServer.Refusal;
        var reference = await ForwardedAsync();

        var first = await Get<StampSeals>().RunAsync();
        Assert.That(first.Problem, Does.StartWith("The time stamp server 127.0.0.1 gave no time stamp: ").And.Contain("it is asked again"));
        Assert.That((await Get<StampSeals>().RunAsync()).Problem, Is.Null, "not at once");
        Clock.Now += Duration.FromMinutes(14);
        Assert.That((await Get<DeliverMail>().RunAsync()).Sent, Is.Zero);
        Clock.Now += Duration.FromMinutes(1);
        Assert.That((await Get<DeliverMail>().RunAsync()).Sent, Is.EqualTo(1), "15 minutes are over");
        var (pdf, seal) = await DeliveredAsync(reference);
        Assert.That(CmsJudge(pdf, seal!), Does.Contain("successful"));
        Assert.That(Token(seal!), Is.Null);

        server.Instead = null;
        Assert.That(await Get<StampSeals>().RunAsync(), Is.EqualTo(new StampSummary(1)));
        Assert.That((await SealAsync(reference))!.StampedAt, Is.Not.Null, "the record gets it all the same");
        Assert.That(await CountAsync("outbox where status = 'waiting'"), Is.Zero);
    }

    [Test]
    public async Task A_server_that_is_not_there_or_speaks_nonsense_is_one_sentence()
    {
        await ForwardedAsync();
        server.Instead = _ => "<html>not here</html>"u8.ToArray();
        Assert.That((await Get<StampSeals>().RunAsync()).Problem, Does.StartWith("The time stamp server 127.0.0.1 gave no time stamp"));
        Clock.Now += Duration.FromHours(1);
        server.Instead = response =>
        {
            response.StatusCode = 503;
            return [];
        };
        Assert.That((await Get<StampSeals>().RunAsync()).Problem, Does.Contain("503"));
    }

    [Test]
    public async Task A_server_that_never_answers_is_given_up_in_the_end_and_the_journal_says_so()
    {
        server.Instead = TestTimestampServer.Refusal;
        await ForwardedAsync();
        for (var attempt = 0; attempt < 60; attempt++)
        {
            await Get<StampSeals>().RunAsync();
            Clock.Now += Duration.FromHours(4);
        }

        Assert.That(await CountAsync("notice_seals where stamp_due_at is null and stamped_at is null"), Is.EqualTo(1));
        Assert.That(await CountAsync("journal where act = 'seal-not-stamped'"), Is.EqualTo(1));
    }

    [Test]
    public async Task Two_workers_ask_for_one_time_stamp_only()
    {
        await ForwardedAsync();
        var before = server.Asked;

        var both = await Task.WhenAll(Get<StampSeals>().RunAsync(), Get<StampSeals>().RunAsync());

        Assert.That((both.Sum(one => one.Stamped), server.Asked - before), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task A_certificate_that_has_ended_stops_the_sending_with_one_sentence_and_nothing_is_sent()
    {
        await FileAsync(1);
        Clock.Now = At("2041-01-01T12:00:00Z");
        var drafted = await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest
        {
            CaseRef = CaseRef,
            Kind = NoticeKind.Forwarding,
            ActBy = PromisedTime.At(Clock.Now + Duration.FromHours(24), "America/Los_Angeles"),
        });

        Assert.That(() => Get<SendNotice>().RunAsync(People.Ines, drafted.Ref), Throws.TypeOf<DeskException>()
            .With.Message.StartsWith("The certificate that seals notices ended on 2040-01-01; put its successor where ABUSEDESK_SEAL points"));
        Assert.That(await StatusAsync(drafted.Ref), Is.EqualTo("draft"));
        Assert.That(await CountAsync("notice_seals"), Is.Zero);
    }

    [Test]
    public async Task The_record_and_the_seal_tell_the_same_of_a_file()
    {
        var reference = await ForwardedAsync();
        await Get<StampSeals>().RunAsync();
        await Get<DeliverMail>().RunAsync();
        var (pdf, seal) = await DeliveredAsync(reference);
        using var stream = new MemoryStream(pdf);

        var proof = await Get<VerifyNotice>().ByBytesAsync(stream);
        var byRecord = await Get<VerifySeal>().RunAsync(pdf, seal!, [], withRecord: true);
        var offline = await Get<VerifySeal>().RunAsync(pdf, seal!, [authority.Root], withRecord: false);
        var alone = await Get<VerifySeal>().RunAsync(pdf, seal!, [], withRecord: false);

        Assert.That((proof.SealedWith, proof.StampedAt, proof.SealSha256), Is.EqualTo(("CN=Example Cloud, O=Example Cloud Inc.", (Instant?)Instant.FromDateTimeOffset(server.Clock), byRecord.Sha256)));
        Assert.That((byRecord.Verdict, byRecord.VouchedBy, byRecord.StampVouched), Is.EqualTo((SealVerdict.Genuine, "the record of this desk", true)));
        Assert.That((offline.Verdict, offline.VouchedBy, offline.StampVouched, offline.SealedAt), Is.EqualTo((SealVerdict.Genuine, "the authorities given", true, (Instant?)Instant.FromUnixTimeSeconds(proof.SentAt!.Value.ToUnixTimeSeconds()))));
        Assert.That((alone.Verdict, alone.VouchedBy), Is.EqualTo((SealVerdict.NotVouched, (string?)null)));
    }

    [Test]
    public async Task A_seal_of_other_bytes_of_a_stranger_or_with_a_broken_stamp_proves_nothing()
    {
        var reference = await ForwardedAsync();
        await Get<StampSeals>().RunAsync();
        await Get<DeliverMail>().RunAsync();
        var (pdf, seal) = await DeliveredAsync(reference);
        using var stranger = new TestAuthority("Stranger");
        var changed = pdf.ToArray();
        changed[^10] ^= 1;
        var token = Token(seal!)!;
        var forged = seal!.ToArray();
        // the last byte of the token is the last one of its signature
        forged[forged.AsSpan().IndexOf(token) + token.Length - 1] ^= 1;

        Assert.That((await Get<VerifySeal>().RunAsync(changed, seal!, [authority.Root], true)).Sentence, Is.EqualTo("The seal is not of this file, or one of the two was changed."));
        Assert.That((await Get<VerifySeal>().RunAsync(pdf, forged, [authority.Root], true)).Sentence, Is.EqualTo("The time stamp in the seal does not hold."));
        Assert.That((await Get<VerifySeal>().RunAsync(pdf, pdf, [authority.Root], true)).Sentence, Does.StartWith("This is no seal"));
        Assert.That((await Get<VerifySeal>().RunAsync(pdf, seal!, [stranger.Root], false)).Verdict, Is.EqualTo(SealVerdict.NotVouched));
    }

    [Test]
    public void A_key_without_its_password_and_a_file_without_a_key_are_one_sentence_each()
    {
        Assert.That(() => SealCertificate.Read(new SealSettings { File = authority.Pfx, Password = new Secret("wrong") }), Throws.TypeOf<DeskException>()
            .With.Message.Contains("cannot be read as a certificate with its key").And.Message.Contains("ABUSEDESK_SEAL_PASSWORD").And.Message.Not.Contains("wrong"));
        Assert.That(() => SealCertificate.Read(new SealSettings { File = authority.Ca }), Throws.TypeOf<DeskException>().With.Message.Contains("ABUSEDESK_SEAL"));
        using var pem = SealCertificate.Read(new SealSettings { File = authority.Pem });
        Assert.That(pem.Own.HasPrivateKey, Is.True);
    }

    private async Task<string> ForwardedAsync()
    {
        server.Clock = Clock.Now.ToDateTimeOffset();
        await FileAsync(1);
        return await ForwardAsync();
    }

    private async Task<SealRow?> SealAsync(string reference) => await Get<SealRecords>().FindAsync((await Get<NoticeRecords>().GetAsync(reference)).Id);

    /// <summary>The attachments of the mail as it lies in the outbox folder.</summary>
    private async Task<(byte[] Pdf, byte[]? Seal)> DeliveredAsync(string reference)
    {
        var file = await Database.ReadAsync(connection => connection.QuerySingleAsync<string>(
            "select delivered_to from outbox where status = 'sent' and message_id like @like", new { like = $"%{reference}%" }));
        using var mail = await MimeMessage.LoadAsync(file);
        var attachments = mail.Attachments.OfType<MimePart>().ToDictionary(part => part.FileName!, Content);
        return (attachments[$"{reference}.pdf"], attachments.GetValueOrDefault($"{reference}.pdf.p7s"));
    }

    private static byte[] Content(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return bytes.ToArray();
    }

    private string CmsJudge(byte[] pdf, byte[] seal)
    {
        var (exitCode, _, error) = Tool.Try(
            "openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", authority.Write("x.p7s", seal), "-content", authority.Write("x.pdf", pdf),
            "-CAfile", authority.Ca, "-cades", "-out", "/dev/null");
        Assert.That(exitCode, Is.Zero, error);
        return error;
    }

    private string StampJudge(byte[] seal)
    {
        var cms = new SignedCms();
        cms.Decode(seal);
        var (exitCode, output, error) = Tool.Try(
            "openssl", "ts", "-verify", "-token_in", "-in", authority.Write("x.tst", Token(seal)!), "-data", authority.Write("x.sig", cms.SignerInfos[0].GetSignature()), "-CAfile", authority.Ca);
        Assert.That(exitCode, Is.Zero, error);
        return output;
    }

    private static byte[]? Token(byte[] seal)
    {
        var cms = new SignedCms();
        cms.Decode(seal);
        return cms.SignerInfos[0].UnsignedAttributes.Count == 0 ? null : cms.SignerInfos[0].UnsignedAttributes[0].Values[0].RawData;
    }
}
