using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace AbuseDesk.Tests.Cli;

/// <summary>The job from an empty folder to a sent notice, by command lines alone.</summary>
public sealed class WorkingACaseByHand : CliTest
{
    [Test]
    public async Task The_first_person_must_be_an_admin_and_needs_nobody_to_act()
    {
        var agent = await RunAsync("users", "add", "--login", "ines", "--name", "Ines Example", "--title", "Agent", "--email", "ines@cloud.example", "--roles", "agent");
        await OpenADeskAsync();
        var users = (await RunAsync("users", "list", "--json")).Json.GetProperty("users").EnumerateArray().ToList();

        Assert.That(agent.ExitCode, Is.EqualTo(1));
        Assert.That(agent.Error, Does.Contain("must have the role admin"));
        Assert.That(users.Select(user => user.GetProperty("login").GetString()), Is.EqualTo(new[] { "ada", "ines", "olga", "ruth" }));
        Assert.That(users.Select(user => user.GetProperty("canSignIn").GetBoolean()), Has.All.True);
    }

    [Test]
    public async Task The_demo_does_not_mix_with_a_desk_that_is_none()
    {
        await OpenADeskAsync();
        var before = (await RunAsync("journal", "verify", "--json")).Output;

        var said = await RunAsync("demo", "--no-serve");

        Assert.That(said.ExitCode, Is.EqualTo(1));
        Assert.That(said.Error, Does.Contain("is no finished demo").And.Contain("--data"));
        Assert.That((await RunAsync("journal", "verify", "--json")).Output, Is.EqualTo(before));
    }

    [Test]
    public async Task A_password_is_shown_once_where_none_is_given()
    {
        var password = Path.Combine(Data, "password");
        await File.WriteAllTextAsync(password, "correct horse battery staple\n");

        var made = await RunAsync("users", "add", "--login", "ada", "--name", "Ada Example", "--title", "Administrator", "--email", "ada@cloud.example", "--roles", "admin", "--json");
        var given = await DoAsync("ada", "users", "add", "--login", "ben", "--name", "Ben Example", "--title", "Agent", "--email", "ben@cloud.example", "--roles", "agent", "lead", "--password-file", password, "--json");

        Assert.That(made.Json.GetProperty("password").GetString(), Has.Length.EqualTo(19));
        Assert.That(given.Json.GetProperty("password").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task A_report_opens_a_case_and_the_same_location_joins_it()
    {
        await OpenADeskAsync();

        var first = (await FileAsync("hxxps://Perch[.]example/p/abc?utm_source=x", "--json")).Json;
        var again = (await FileAsync("https://perch.example/p/abc", "--note", "seen again", "--json")).Json;

        Assert.That((first.GetProperty("itemNumber").GetInt32(), first.GetProperty("openedCase").GetBoolean()), Is.EqualTo((1, true)));
        Assert.That((again.GetProperty("itemNumber").GetInt32(), again.GetProperty("joined").GetBoolean()), Is.EqualTo((1, true)));
        var reports = (await RunAsync("reports", "list", "--json")).Json;
        Assert.That(reports.GetProperty("reports").GetArrayLength(), Is.EqualTo(2));
        Assert.That(reports.GetProperty("reports")[0].TryGetProperty("id", out _), Is.False);
        Assert.That((await RunAsync("customers", "show", "A-1042")).Output, Does.Contain("Perch Social").And.Contain("198.51.100."));
    }

    [Test]
    public async Task An_unknown_clause_is_one_sentence_and_nothing_is_filed()
    {
        await OpenADeskAsync();

        var said = await RunAsync("reports", "file", "--url", "https://perch.example/p/1", "--clause", "9.99", "--severity", "high", "--note", "x", "--as", "ines");

        Assert.That(said.ExitCode, Is.EqualTo(1));
        Assert.That(said.Error, Does.StartWith("There is no clause “9.99”"));
        Assert.That((await RunAsync("cases", "list", "--json")).Json.GetProperty("cases").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_forwarding_goes_out_and_its_deadline_starts()
    {
        await OpenADeskAsync();
        var caseRef = (await FileAsync("https://perch.example/p/abc", "--json")).Json.GetProperty("caseRef").GetString()!;

        var notice = (await DoAsync("ines", "notices", "draft", "--case", caseRef, "--kind", "forwarding", "--act-by", InDays(2), "--zone", "Europe/Paris", "--json")).Json.GetProperty("ref").GetString()!;
        var early = (await RunAsync("deadlines", "list", "--json")).Json.GetProperty("deadlines").GetArrayLength();
        await DoAsync("ines", "notices", "send", notice);
        var delivered = (await RunAsync("mail", "deliver", "--json")).Json;
        var deadline = (await RunAsync("deadlines", "list", "--due-within", "72h", "--json")).Json.GetProperty("deadlines")[0];

        Assert.That((early, delivered.GetProperty("sent").GetInt32()), Is.EqualTo((0, 1)));
        Assert.That((deadline.GetProperty("noticeRef").GetString(), deadline.GetProperty("dueZone").GetString()), Is.EqualTo((notice, "Europe/Paris")));
        var pdf = Path.Combine(Data, "notice.pdf");
        Assert.That((await RunAsync("notices", "pdf", notice, "--out", pdf, "--json")).Json.GetProperty("sha256").GetString(), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(pdf)))));
        Assert.That((await RunAsync("notices", "facts", notice)).Json.GetProperty("item_numbers").GetArrayLength(), Is.EqualTo(1));
        Assert.That((await RunAsync("mail", "list", "--case", caseRef)).Output, Does.Contain("sent").And.Contain(".eml"));
    }

    [Test]
    public async Task Checks_figures_and_closing_are_on_record()
    {
        await OpenADeskAsync();
        var caseRef = (await FileAsync("https://perch.example/p/1", "--json")).Json.GetProperty("caseRef").GetString()!;
        foreach (var number in Enumerable.Range(2, 3))
            await FileAsync($"https://perch.example/p/{number}");

        await DoAsync("ines", "items", "check", "1-2", "4", "--case", caseRef, "--outcome", "removed");
        await DoAsync("ines", "items", "check", "3", "--case", caseRef, "--outcome", "still-up", "--screenshot", Path.Combine(SampleCase, "screenshots", "002.jpg"));
        var refused = await RunAsync("cases", "close", caseRef, "--as", "ines");
        await DoAsync("ines", "cases", "close", caseRef, "--reason", "the customer has left");

        Assert.That((refused.ExitCode, (await RunAsync("cases", "list", "--json")).Json.GetProperty("cases").GetArrayLength()), Is.EqualTo((1, 0)));
        var shown = (await RunAsync("cases", "show", caseRef, "--json")).Json;
        var figures = shown.GetProperty("figures");
        Assert.That((figures.GetProperty("items").GetInt32(), figures.GetProperty("removed").GetInt32(), figures.GetProperty("stillUp").GetInt32()), Is.EqualTo((4, 3, 1)));
        Assert.That(shown.GetProperty("timeline")[0].GetProperty("act").GetString(), Is.EqualTo("case-closed"));
        Assert.That((await RunAsync("cases", "show", caseRef)).Output, Does.Contain("4: 3 removed, 1 still up"));
    }

    [Test]
    public async Task The_auditor_changes_nothing_and_the_record_holds()
    {
        await OpenADeskAsync();
        var caseRef = (await FileAsync("https://perch.example/p/1", "--json")).Json.GetProperty("caseRef").GetString()!;

        var refused = await RunAsync("cases", "close", caseRef, "--reason", "none", "--as", "olga");

        Assert.That(refused.ExitCode, Is.EqualTo(1));
        Assert.That(refused.Error, Does.Contain("Olga Example may not"));
        Assert.That((await RunAsync("journal", "verify", "--json")).Json.GetProperty("intact").GetBoolean(), Is.True);
        Assert.That((await RunAsync("evidence", "verify", "--json")).Json.GetProperty("intact").GetBoolean(), Is.True);
    }

    [Test]
    public async Task Damaged_evidence_is_named_with_exit_code_1()
    {
        await OpenADeskAsync();
        var file = Path.Combine(SampleCase, "screenshots", "003.jpg");
        var sha256 = (await DoAsync("ines", "evidence", "add", file, "--purpose", "screenshot", "--json")).Json.GetProperty("sha256").GetString()!;
        var kept = Directory.GetFiles(Path.Combine(Data, "evidence"), sha256, SearchOption.AllDirectories).Single();
        File.SetAttributes(kept, FileAttributes.Normal);
        await File.WriteAllTextAsync(kept, "something else");

        var said = await RunAsync("evidence", "verify");

        Assert.That(said.ExitCode, Is.EqualTo(1));
        Assert.That(said.Output, Does.Contain(sha256));
    }

    [Test]
    public async Task Who_names_the_version_that_they_looked_at_acts_on_no_newer_one()
    {
        await OpenADeskAsync();
        var caseRef = (await FileAsync("https://perch.example/p/abc", "--json")).Json.GetProperty("caseRef").GetString()!;
        var notice = (await DoAsync("ines", "notices", "draft", "--case", caseRef, "--kind", "forwarding", "--act-by", InDays(2), "--zone", "Europe/Paris", "--json")).Json.GetProperty("ref").GetString()!;
        await DoAsync("ines", "notices", "redraft", notice);

        var stale = await RunAsync("notices", "send", notice, "--version-number", "1", "--as", "ines");
        var needless = await RunAsync("notices", "approve", notice, "--version-number", "2", "--as", "ruth");

        Assert.That((stale.ExitCode, needless.ExitCode), Is.EqualTo((1, 1)));
        Assert.That(stale.Error, Does.Contain("is at version 2 by now, and you looked at version 1"));
        Assert.That(needless.Error, Does.Contain("is a forwarding, which needs no legal review; send it."));
        await DoAsync("ines", "notices", "send", notice, "--version-number", "2");
    }

    [TestCase("2027-03-14T02:30", "does not exist in America/Los_Angeles")]
    [TestCase("2027-11-07T01:30", "happens twice in America/Los_Angeles")]
    public async Task An_effective_time_that_the_clock_skips_or_shows_twice_is_asked_for(string local, string expected)
    {
        await OpenADeskAsync();
        var caseRef = (await FileAsync("https://perch.example/p/1", "--json")).Json.GetProperty("caseRef").GetString()!;

        var said = await RunAsync("notices", "draft", "--case", caseRef, "--kind", "suspension", "--path", "immediate", "--effective", local, "--zone", "America/Los_Angeles", "--preserve-until", "2027-12-01T12:00", "--as", "ines");

        Assert.That(said.ExitCode, Is.EqualTo(1));
        Assert.That(said.Error, Does.Contain(expected));
    }

    [Test]
    public async Task A_plan_is_received_and_assessed_by_its_criteria()
    {
        await OpenADeskAsync();
        var caseRef = (await FileAsync("https://perch.example/p/1", "--json")).Json.GetProperty("caseRef").GetString()!;

        await DoAsync("ines", "plans", "receive", "--case", caseRef, "--file", Path.Combine(SampleCase, "plan.pdf"));
        await DoAsync("ines", "plans", "assess", "--case", caseRef, "--verdict", "insufficient", "--reason", "Volunteers only.", "--criterion", "Staffing=not-met: Nobody is paid.", "Backlog=partly-met: No date is named.", "Coverage=met: All of it.", "Time to removal=not-met: None is named.", "Prevention=not-met: Nothing.");
        var plan = (await RunAsync("plans", "list", "--case", caseRef, "--json")).Json.GetProperty("plans")[0];

        Assert.That(plan.GetProperty("verdict").GetString(), Is.EqualTo("insufficient"));
        Assert.That(plan.GetProperty("criteria").EnumerateArray().Select(one => one.GetProperty("verdict").GetString()), Is.EqualTo(new[] { "not-met", "met", "not-met", "partly-met", "not-met" }));
        Assert.That((await RunAsync("escalation", "explain", "--case", caseRef)).Output, Does.Contain("people decide"));
    }

    [Test]
    public async Task Reports_are_imported_and_what_could_not_be_filed_is_named()
    {
        await OpenADeskAsync();
        var bad = Path.Combine(Data, "bad.csv");
        await File.WriteAllTextAsync(bad, "url,seen,clause,severity,excerpt,reporter,screenshot\nhttps://perch.example/p/9,yesterday,7.4,high,,,\n");

        var good = (await DoAsync("ines", "reports", "import", Path.Combine(Samples, "reports"), "--json")).Json.GetProperty("files")[0];
        var said = await RunAsync("reports", "import", bad, "--as", "ines");

        Assert.That((good.GetProperty("rows").GetInt32(), good.GetProperty("rejected").GetArrayLength()), Is.EqualTo((good.GetProperty("filed").GetInt32() + good.GetProperty("joined").GetInt32(), 0)));
        Assert.That(said.ExitCode, Is.EqualTo(1));
        Assert.That(said.Output, Does.Contain("row 2, seen: “yesterday” is no instant"));
    }

    private static string InDays(int days) => TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd'T'12:00", CultureInfo.InvariantCulture);
}
