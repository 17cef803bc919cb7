using System.Security.Cryptography;
using System.Text.Json;
using MimeKit;

namespace AbuseDesk.EndToEnd.Demo;

public sealed class PlayingTheDemo(string engine) : DemoTest(engine)
{
    [Test]
    public void The_document_has_the_keys_and_figures_of_the_case()
    {
        Assert.That(Document.EnumerateObject().Select(property => property.Name), Is.EqualTo(new[]
        {
            "case", "items", "removed", "stillUp", "notice", "mail", "deadlines", "journal", "users",
        }));
        Assert.That((Number("items"), Number("removed"), Number("stillUp")), Is.EqualTo((98, 37, 61)));
        Assert.That(Notice.EnumerateObject().Select(property => property.Name), Is.EqualTo(new[]
        {
            "ref", "pdf", "sha256", "pages", "author", "approvedBy", "effectiveUtc", "effectiveLocal", "zone",
        }));
        Assert.That(Document.GetProperty("journal").GetProperty("intact").GetBoolean(), Is.True);
        Assert.That(Document.GetProperty("users").EnumerateArray().Select(user => user.GetProperty("password").GetString()?.Length), Has.All.GreaterThan(11));
    }

    [Test]
    public void Two_people_stand_behind_a_notice_that_takes_effect_on_Sunday_night()
    {
        Assert.That((Text(Notice, "author"), Text(Notice, "approvedBy")), Is.EqualTo(("ines", "ruth")));
        Assert.That((Text(Notice, "effectiveUtc"), Text(Notice, "effectiveLocal"), Text(Notice, "zone")),
            Is.EqualTo(("2021-01-11T07:59:00Z", "2021-01-10T23:59:00", "America/Los_Angeles")));
    }

    [Test]
    public void The_deadlines_of_the_notice_start_with_their_reminders()
    {
        var deadlines = Document.GetProperty("deadlines").EnumerateArray().ToDictionary(
            deadline => Text(deadline, "rule") + " " + Text(deadline, "dueUtc"), deadline => deadline.GetProperty("reminders").GetArrayLength());

        Assert.That(deadlines, Does.ContainKey("acknowledge 2021-01-10T20:00:00Z"));
        Assert.That(deadlines, Does.ContainKey("effective 2021-01-11T07:59:00Z"));
        Assert.That(deadlines, Does.ContainKey("preservation_ends 2021-02-11T07:59:00Z"));
        Assert.That(deadlines.Values, Has.All.GreaterThan(0));
    }

    [Test]
    public void The_PDF_says_what_is_on_record_and_shows_every_screenshot()
    {
        Assert.That(HashOf(Text(Notice, "pdf")), Is.EqualTo(Text(Notice, "sha256")));
        var pages = NoticeText.Pages(Text(Notice, "pdf"));

        Assert.That(pages, Has.Count.EqualTo(Notice.GetProperty("pages").GetInt32()));
        for (var page = 0; page < pages.Count; page++)
            Assert.That(pages[page], Does.Contain($"Page {page + 1} of {pages.Count}").And.Contain(Text(Notice, "ref")));
        Assert.That(pages[0], Does.Contain("Sunday 10 January 2021, 23:59 PST").And.Contain("Monday 11 January 2021, 08:59 CET")
            .And.Contain("37 were removed and 61 of 98 were still available"));
        var text = string.Join(' ', pages);
        Assert.That(text, Does.Contain("6.2 Violence.").And.Contain("7.4 Incitement to violence."));
        Assert.That(Enumerable.Range(1, 98).Where(number => !text.Contains($"Exhibit {number} ", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void The_notice_names_the_SHA_256_of_every_screenshot()
    {
        var text = string.Concat(NoticeText.Pages(Text(Notice, "pdf"))).Replace(" ", "", StringComparison.Ordinal);
        var hashes = Screenshots().Select(HashOf).ToList();

        Assert.That(hashes, Has.Count.EqualTo(98));
        Assert.That(hashes.Where(hash => !text.Contains(hash, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Screenshots_pass_through_and_the_PDF_is_hardly_larger_than_they_are()
    {
        var pdf = File.ReadAllBytes(Text(Notice, "pdf"));
        var shots = Screenshots();
        var jpeg = File.ReadAllBytes(shots.First(file => file.EndsWith("001.jpg", StringComparison.Ordinal)));

        Assert.That(pdf.AsSpan().IndexOf(jpeg.AsSpan()), Is.GreaterThan(0));
        Assert.That(pdf.Length, Is.LessThan(1.1 * shots.Sum(file => new FileInfo(file).Length)));
    }

    [Test]
    public async Task The_mail_carries_the_text_the_pages_and_the_very_PDF()
    {
        var path = Document.GetProperty("mail").EnumerateArray().Single(mail => Text(mail, "kind") == "suspension").GetProperty("path").GetString()!;
        var message = await MimeMessage.LoadAsync(path);

        Assert.That(message.TextBody, Does.Contain("61 of 98"));
        Assert.That(message.HtmlBody, Does.Contain("61").And.Contain("<html"));
        Assert.That(message.To.Mailboxes.Single().Address, Is.EqualTo("legal@perch.example"));
        Assert.That(message.References.Concat([message.InReplyTo]), Has.Some.Contain(Text(Document, "case")));
        using var attached = new MemoryStream();
        await ((MimePart)message.Attachments.Single()).Content!.DecodeToAsync(attached);
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(attached.ToArray())), Is.EqualTo(Text(Notice, "sha256")));
    }

    [Test]
    public async Task A_second_run_says_so_and_changes_nothing()
    {
        var again = await RunAsync("demo", "--no-serve", "--json");
        var spoken = await RunAsync("demo", "--no-serve");

        var document = JsonDocument.Parse(again.Output).RootElement;
        foreach (var part in Document.EnumerateObject().Where(part => part.Name != "users"))
            Assert.That(document.GetProperty(part.Name).GetRawText(), Is.EqualTo(part.Value.GetRawText()), part.Name);
        Assert.That(document.GetProperty("users").EnumerateArray().Select(user => user.GetProperty("password").ValueKind), Has.All.EqualTo(JsonValueKind.Null));
        Assert.That((again.ExitCode, spoken.ExitCode), Is.EqualTo((0, 0)));
        var passwords = Document.GetProperty("users").EnumerateArray().Select(user => Text(user, "password"));
        Assert.That(passwords.Where(password => (again.Output + spoken.Output + spoken.Error).Contains(password, StringComparison.Ordinal)), Is.Empty);
        Assert.That(spoken.Output, Does.Contain("was played into").And.Contain("nothing was changed").And.Contain("98 items, 37 removed, 61 still up"));
    }

    [Test]
    public async Task A_desk_that_is_no_demo_is_refused_in_one_sentence()
    {
        var record = Path.Combine(Data, "demo.json");
        File.Move(record, record + ".aside");
        try
        {
            var ran = await RunAsync("demo", "--no-serve", "--json");

            Assert.That((ran.ExitCode, ran.Output), Is.EqualTo((1, "")));
            Assert.That(ran.Error.Trim().Split('\n'), Has.Length.EqualTo(1));
            Assert.That(ran.Error, Does.Contain("no finished demo"));
        }
        finally
        {
            File.Move(record + ".aside", record);
        }
    }

    [Test]
    public async Task Every_mail_of_the_case_is_a_file_in_its_thread()
    {
        foreach (var mail in Document.GetProperty("mail").EnumerateArray())
        {
            var message = await MimeMessage.LoadAsync(Text(mail, "path"));

            Assert.That(message.InReplyTo, Does.StartWith(Text(Document, "case") + "@"));
            Assert.That(message.References, Does.Contain(message.InReplyTo));
            Assert.That(message.Subject, Is.EqualTo(Text(mail, "subject")));
        }
    }

    [Test]
    public async Task A_command_that_does_not_exist_is_a_usage_error()
    {
        var ran = await RunAsync("dmeo");

        Assert.That(ran.ExitCode, Is.EqualTo(2));
        Assert.That(ran.Error.Trim().Split('\n'), Has.Length.EqualTo(1));
    }

    private static string[] Screenshots() =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples", "social-network", "screenshots"));

    private static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    private int Number(string name) => Document.GetProperty(name).GetInt32();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
