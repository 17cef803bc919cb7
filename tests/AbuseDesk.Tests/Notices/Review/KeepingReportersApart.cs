using System.Text;
using AbuseDesk.Cases;
using AbuseDesk.Evidence;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Notices.Pdf;
using AbuseDesk.Tests.Staff;
using Dapper;
using MimeKit;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Review;

/// <summary>Whatever a case holds, a letter says to one reporter what that reporter knows and what was decided, and nothing of anybody else.</summary>
public sealed class KeepingReportersApart(Engine engine) : NoticeTest(engine)
{
    private static readonly (string Name, string Email, string Path, string Excerpt)[] Reporters =
    [
        ("Jo Fieldhouse", "jo@watch.example", "alpha7", "They should all be chased out by Friday."),
        ("Kim Vandermeer", "kim@lookout.example", "bravo3", "Nobody walks home safe tonight."),
        ("Noor Haddad", "noor@signal.example", "charlie9", "Bring matches to the old mill."),
    ];

    private static readonly string[] Customer =
        ["Perch Social", "A-1042", CaseRef, "abuse@perch.example", "counsel@perch.example", "Lena Marsh", "Piotr Zawada", "owner@perch.example", "heron.example", "198.51.100"];

    private readonly Dictionary<string, string> refs = [];

    [SetUp]
    public async Task FillTheCase()
    {
        await Database.WriteAsync(tx => tx.ExecuteAsync(
            "update contacts set name = case role when 'legal' then 'Lena Marsh' else 'Piotr Zawada' end, email = case role when 'legal' then 'counsel@perch.example' else email end"));
        foreach (var reporter in Reporters)
        {
            refs[reporter.Email] = await ReportAsync(reporter, reporter.Path);
            // all three also reported one and the same post
            await ReportAsync(reporter, "everybody1");
        }

        await ForwardAsync();
        Clock.Now += Duration.FromHours(25);
        for (var item = 1; item <= 4; item++)
            await CheckAsync(item, item % 2 == 0 ? CheckOutcome.Removed : CheckOutcome.StillUp);
        await WarnAsync();
        // Kim's own item turns out to be no breach
        await Get<ReverseViolation>().RunAsync(People.Maren, CaseRef, 3, "The line is from a play.");
    }

    [Test]
    public async Task No_letter_holds_a_string_of_the_customer_or_of_another_reporter(
        [Values(NoticeKind.Receipt, NoticeKind.Decision)] NoticeKind kind, [Values("en", "fr", "de")] string language)
    {
        foreach (var reporter in Reporters)
        {
            var everything = await LetterAsync(kind, reporter.Email, language);

            Assert.That(everything, Does.Contain(refs[reporter.Email]).And.Contain($"perch.example/p/{reporter.Path}"), reporter.Name);
            foreach (var secret in Customer)
                Assert.That(everything, Does.Not.Contain(secret), $"{kind} to {reporter.Name}");
            foreach (var other in Reporters.Where(other => other != reporter))
                foreach (var secret in new[] { other.Name, other.Name.Split(' ')[1], other.Email, other.Path, other.Excerpt, refs[other.Email] })
                    Assert.That(everything, Does.Not.Contain(secret), $"{kind} to {reporter.Name}");
        }
    }

    [Test]
    public async Task The_mails_of_two_reporters_do_not_show_that_they_are_about_one_case()
    {
        await LetterAsync(NoticeKind.Receipt, Reporters[0].Email, "en");
        await LetterAsync(NoticeKind.Receipt, Reporters[1].Email, "en");

        var mails = await Database.ReadAsync(connection => connection.QueryAsync<byte[]>("select mime from outbox where kind = 'receipt' order by id"));
        var threads = mails.Select(mime => MimeMessage.Load(new MemoryStream(mime))).Select(mail => string.Join(' ', mail.References)).ToList();

        Assert.That(threads, Is.EqualTo(new[] { $"{refs[Reporters[0].Email]}@cloud.example", $"{refs[Reporters[1].Email]}@cloud.example" }));
    }

    private async Task<string> ReportAsync((string Name, string Email, string Path, string Excerpt) reporter, string path) =>
        (await Get<FileReport>().RunAsync(People.Ines, Known.Report(path, Clock.Now, "7.4") with
        {
            Screenshots = [Known.Screenshot(Clock.Now, 40 + refs.Count)],
            Source = ReportSource.Form,
            ReporterName = reporter.Name,
            ReporterEmail = reporter.Email,
            Excerpt = reporter.Excerpt,
        })).ReportRef!;

    /// <summary>All that leaves the house: subject, mail in both forms, PDF and headers.</summary>
    private async Task<string> LetterAsync(NoticeKind kind, string email, string language)
    {
        var reference = (await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest { Kind = kind, ReportRef = refs[email], Language = language })).Ref;
        await Get<SendNotice>().RunAsync(People.Ines, reference);
        var row = await Get<NoticeRecords>().GetAsync(reference);
        var version = (await Get<NoticeRecords>().VersionsAsync(row.Id))[0];
        var store = Get<IEvidenceStore>();
        var pdf = await store.ReadAsync(version.PdfSha256);
        var mime = await Database.ReadAsync(connection => connection.QuerySingleAsync<byte[]>("select mime from outbox where notice_id = @Id", row));
        using var message = await MimeMessage.LoadAsync(new MemoryStream(mime));
        Assert.That(row.Language, Is.EqualTo(language));
        return string.Join('\n',
            version.Subject,
            Encoding.UTF8.GetString(await store.ReadAsync(version.TextSha256)),
            Encoding.UTF8.GetString(await store.ReadAsync(version.HtmlSha256)),
            string.Join('\n', PdfText.Pages(pdf)),
            // metadata stand in the file uncompressed
            Encoding.Latin1.GetString(pdf),
            message.Headers.Select(header => header.ToString()).Aggregate((all, header) => $"{all}\n{header}"));
    }
}
