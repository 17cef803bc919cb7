using System.Globalization;
using System.Net;
using AbuseDesk.Database;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Notices.Sealing;
using NodaTime;

namespace AbuseDesk.Tests.Web;

/// <summary>The page that a notice sends its reader to; nobody in these tests is signed in.</summary>
public sealed class VerifyingOverTheWeb(Engine engine) : WebTest(engine)
{
    private static readonly byte[] SentPdf = "%PDF-1.7 the notice as it was sent"u8.ToArray();
    private static readonly byte[] DraftPdf = "%PDF-1.7 another one, a draft"u8.ToArray();

    private HttpClient browser = null!;

    [SetUp]
    public async Task KeepTwoNotices()
    {
        await Known.CustomersAndTermsAsync(Database);
        await Database.WriteAsync(async tx =>
        {
            await tx.ExecuteAsync(
                """
                insert into cases (ref, customer_id, title, status, turn, to_do, severity, severity_rank, opened_at)
                select 'C-2020-0417', id, 'Calls for violence', 'open', 'ours', 'look', 'high', 3, @Now from customers where account = 'A-1042'
                """,
                new { tx.Now });
            await NoticeAsync(tx, "N-2020-0036", "sent", "7QXM-4KD2", SentPdf);
            await NoticeAsync(tx, "N-2020-0037", "approved", "8RYN-5LE3", DraftPdf);
        });
        browser = Browser();
    }

    [TearDown]
    public void CloseTheBrowser() => browser.Dispose();

    [Test]
    public async Task A_code_tells_what_the_notice_says_of_itself_and_nothing_of_customer_or_case()
    {
        var page = await ReadAsync(browser, "/verify?code=7qxm+4kd2");

        Assert.That(page, Does.Contain("A notice with this code was sent")
            .And.Contain("N-2020-0036").And.Contain("Suspension notice").And.Contain("16 November 2020, 16:00 UTC").And.Contain(Hash(SentPdf)));
        Assert.That(page, Does.Not.Contain("Perch").And.Not.Contain("A-1042").And.Not.Contain("C-2020").And.Not.Contain("perch.example").And.Not.Contain("Ines"));
    }

    [Test]
    public async Task The_code_of_a_draft_is_answered_as_one_that_never_was()
    {
        var draft = await ReadAsync(browser, "/verify?code=8RYN-5LE3");
        var unknown = await ReadAsync(browser, "/verify?code=ZZZZ-ZZZZ");

        Assert.That(draft, Does.Contain("No notice was sent with the code <span class=\"nw\">8RYN-5LE3</span>"));
        Assert.That(Plain(draft), Is.EqualTo(Plain(unknown).Replace("ZZZZ-ZZZZ", "8RYN-5LE3", StringComparison.Ordinal)));
    }

    [Test]
    public async Task A_slip_of_the_pen_is_named_and_what_was_typed_is_shown_as_text()
    {
        using var answer = await browser.GetAsync(new Uri("/verify?code=" + Uri.EscapeDataString("<b>O</b>"), UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(page, Does.Contain("No code holds the sign O").And.Not.Contain("<b>O"));
    }

    [Test]
    public async Task Exactly_the_bytes_that_were_sent_are_genuine()
    {
        var changed = SentPdf.ToArray();
        changed[^1] ^= 1;

        Assert.That(await GiveAsync(SentPdf), Does.Contain("Genuine: exactly this file was sent").And.Contain("N-2020-0036").And.Contain(Hash(SentPdf)).And.Not.Contain("Perch"));
        Assert.That(await GiveAsync(changed), Does.Contain("No notice was sent with exactly this file").And.Contain(Hash(changed)).And.Not.Contain("N-2020"));
        Assert.That(await GiveAsync(DraftPdf), Does.Contain("No notice was sent with exactly this file").And.Contain(Hash(DraftPdf)).And.Not.Contain("N-2020"));
    }

    [Test]
    public async Task A_seal_beside_the_file_is_told_from_one_of_a_stranger_and_one_of_another_file()
    {
        using var own = new TestAuthority();
        using var stranger = new TestAuthority("Stranger");
        var seal = Seal(own, SentPdf);
        await Database.WriteAsync(tx => tx.ExecuteAsync(
            """
            insert into notice_seals (notice_id, pdf_sha256, seal_sha256, certificate, certificate_sha256, sealed_at, stamped_at)
            select id, @pdf, @pdf, 'CN=Example Cloud', @certificate, @Now, @Now from notices where ref = 'N-2020-0036'
            """,
            new { pdf = Hash(SentPdf), certificate = CertificateHash(own), tx.Now }));

        Assert.That(await GiveAsync(SentPdf, seal), Does.Contain("Genuine: exactly this file was sent").And.Contain("The seal is ours, and of exactly this file").And.Contain("CN=Test Authority")
            .And.Contain("with the certificate of CN=Example Cloud").And.Contain("16 November 2020, 16:00 UTC"));
        Assert.That(await GiveAsync(SentPdf, Seal(stranger, SentPdf)), Does.Contain("Genuine: exactly this file was sent").And.Contain("The seal is of this file, and not ours").And.Not.Contain("Stranger"));
        Assert.That(await GiveAsync(DraftPdf, seal), Does.Contain("No notice was sent with exactly this file").And.Contain("The seal does not hold").And.Contain("The seal is not of this file"));
        Assert.That(await GiveAsync(SentPdf, DraftPdf), Does.Contain("This is no seal"));
        Assert.That(await GiveAsync(SentPdf, new byte[256 * 1024 + 1]), Does.Contain("larger than 256 KB"));
        Assert.That(await ReadAsync(browser, "/verify?code=7QXM-4KD2"), Does.Contain("with the certificate of CN=Example Cloud"));
    }

    [Test]
    public async Task A_file_needs_the_token_of_its_page_and_has_a_limit()
    {
        using var bare = new MultipartFormDataContent { { new ByteArrayContent(SentPdf), "file", "notice.pdf" } };
        using var refused = await browser.PostAsync(new Uri("/verify", UriKind.Relative), bare);
        using var large = await PostAsync(new byte[25 * 1024 * 1024 + 1]);
        using var tooLarge = await PostAsync(new byte[26 * 1024 * 1024]);
        using var none = await PostAsync(browser, "/verify", "/verify");

        Assert.That((refused.StatusCode, large.StatusCode, tooLarge.StatusCode, none.StatusCode), Is.EqualTo(
            (HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest)));
        Assert.That(await large.Content.ReadAsStringAsync(), Does.Contain("larger than 25 MB"));
        Assert.That(await none.Content.ReadAsStringAsync(), Does.Contain("No file is chosen"));
    }

    [Test]
    public async Task Codes_cannot_be_guessed_by_asking_on_and_on()
    {
        for (var question = 0; question < 10; question++)
            await ReadAsync(browser, string.Create(CultureInfo.InvariantCulture, $"/verify?code=ZZZZ-ZZZ{2 + question % 8}"));

        using var refused = await browser.GetAsync(new Uri("/verify?code=7QXM-4KD2", UriKind.Relative));
        var page = await refused.Content.ReadAsStringAsync();

        Assert.That((refused.StatusCode, refused.Headers.RetryAfter?.Delta), Is.EqualTo((HttpStatusCode.TooManyRequests, (TimeSpan?)TimeSpan.FromMinutes(1))));
        Assert.That(page, Does.Contain("Wait for a minute").And.Not.Contain("N-2020-0036"));
        Assert.That(await ReadAsync(browser, "/verify"), Does.Contain("Look up the code"), "the empty form asks nothing");
    }

    [Test]
    public async Task The_page_keeps_to_the_strict_policy_and_is_kept_by_nobody()
    {
        using var answer = await browser.GetAsync(new Uri("/verify?code=7QXM-4KD2", UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("default-src 'none'").And.Not.Contain("unsafe"));
        Assert.That(answer.Headers.CacheControl!.NoStore, Is.True);
        Assert.That(page, Does.Not.Contain(" style=").And.Not.Contain("<style").And.Not.Contain("class=\"rail\""));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    private static string Plain(string page) => System.Text.RegularExpressions.Regex.Replace(page, "name=\"__RequestVerificationToken\"[^>]*>", "");

    private static byte[] Seal(TestAuthority authority, byte[] pdf)
    {
        var path = authority.Write("notice.pdf", pdf);
        Tool.Run("openssl", "cms", "-sign", "-binary", "-md", "sha256", "-signer", authority.Pem, "-in", path, "-outform", "DER", "-out", path + ".p7s");
        return File.ReadAllBytes(path + ".p7s");
    }

    private static string CertificateHash(TestAuthority authority)
    {
        using var certificate = System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(File.ReadAllText(authority.Pem));
        return certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256).ToLowerInvariant();
    }

    private async Task<string> GiveAsync(byte[] bytes, byte[]? seal = null)
    {
        using var answer = await PostAsync(bytes, seal);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> PostAsync(byte[] bytes, byte[]? seal = null)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync(browser, "/verify")), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), "file", "notice.pdf" },
        };
        if (seal is not null) form.Add(new ByteArrayContent(seal), "seal", "notice.pdf.p7s");
        return await browser.PostAsync(new Uri("/verify", UriKind.Relative), form);
    }

    private static async Task NoticeAsync(DeskTransaction tx, string reference, string status, string code, byte[] pdf)
    {
        var sha256 = Hash(pdf);
        await tx.ExecuteAsync("insert into evidence (sha256, size, media_type, stored_at) values (@sha256, 1, 'application/pdf', @Now)", new { sha256, tx.Now });
        var sent = status == "sent" ? tx.Now : (Instant?)null;
        await tx.ExecuteAsync(
            """
            insert into notices (ref, case_id, customer_id, kind, status, current_version, author, language, addressee, recipients, copies,
              customer_zone, verification_code, created_at, sent_at, sent_by)
            select @reference, c.id, c.customer_id, 'suspension', @status, 1, 'ines', 'en', 'legal', 'legal@perch.example', '', 'UTC', @code, @Now, @sent, 'ines'
            from cases c where c.ref = 'C-2020-0417'
            """,
            new { reference, status, code, tx.Now, sent });
        await tx.ExecuteAsync(
            """
            insert into notice_versions (notice_id, number, subject, template_version, template_sha256, facts_sha256, pdf_sha256, html_sha256, text_sha256, pages, compiled_at, compiled_by)
            select id, 1, 'Notice', 0, @sha256, @sha256, @sha256, @sha256, @sha256, 1, @Now, 'ines' from notices where ref = @reference
            """,
            new { sha256, reference, tx.Now });
    }
}
