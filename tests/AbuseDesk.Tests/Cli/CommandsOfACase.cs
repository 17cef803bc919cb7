using System.Globalization;
using System.Text.Json;
using AbuseDesk.Tests.Database;

namespace AbuseDesk.Tests.Cli;

/// <summary>The commands of items, plans, notices, deadlines and mail, one case long.</summary>
public sealed class CommandsOfACase(Engine engine) : EngineCliTest(engine)
{
    private string caseRef = "";

    [SetUp]
    public async Task FileTwoItems()
    {
        await OpenADeskAsync();
        caseRef = (await FileAsync("https://perch.example/p/1", "--json")).Json.GetProperty("caseRef").GetString()!;
        await FileAsync("https://perch.example/p/2");
    }

    [Test]
    public async Task Items_are_listed_upheld_and_reversed()
    {
        var items = await ListAsync("items", "items", "list", "--case", caseRef);
        await DoAsync("ines", "items", "reverse", "1", "--case", caseRef, "--reason", "Quoted to condemn it.");
        await DoAsync("ines", "items", "uphold", "2", "--case", caseRef, "--clause", "7.1", "--severity", "low");
        var few = await RunAsync("items", "list", "--case", caseRef, "--limit", "1");
        var wrong = await RunAsync("items", "check", "0", "--case", caseRef, "--outcome", "removed", "--as", "ines");

        Assert.That(items.Select(item => item.GetProperty("number").GetInt32()), Is.EqualTo(new[] { 2, 1 }));
        Assert.That(few.Output, Does.Contain("There are more; raise --limit."));
        Assert.That((wrong.ExitCode, wrong.Error.Trim()), Is.EqualTo((1, "“0” is no number of an item; write 12, or 12-20 for several.")));
        Assert.That((await RunAsync("cases", "show", caseRef)).Output, Does.Contain("reversed").And.Contain("7.1"));
    }

    [Test]
    public async Task A_changed_ladder_is_played_on_the_past()
    {
        var ladder = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():n}.yml");
        await File.WriteAllTextAsync(ladder, (await File.ReadAllTextAsync(Policies.PathOf("ladder.yml"))).Replace("says: Forward the items", "says: Send the items", StringComparison.Ordinal));

        var said = await RunAsync("escalation", "preview", ladder, "--days", "7");
        var document = (await RunAsync("escalation", "preview", ladder, "--json")).Json;
        await File.WriteAllTextAsync(ladder, "version: 1\n");
        var wrong = await RunAsync("escalation", "preview", ladder);

        Assert.That(said.Output, Does.Contain(caseRef).And.Contains("Forward the items").And.Contains("Send the items"));
        Assert.That(document.GetProperty("differences")[0].GetProperty("other").GetString(), Is.EqualTo("Send the items"));
        Assert.That(wrong.ExitCode, Is.EqualTo(1));
        Assert.That(wrong.Error, Does.Contain(Path.GetFileName(ladder)).And.Contains("points"));
        File.Delete(ladder);
    }

    [Test]
    public async Task A_screenshot_and_an_excerpt_are_redacted_and_brought_back()
    {
        var shot = (await ListAsync("items", "items", "list", "--case", caseRef))[1].GetProperty("firstScreenshot").GetString()!;
        var redacted = (await DoAsync("ines", "items", "redact", "1", "--case", caseRef, "--screenshot", shot, "--box", "0,0,20,10", "--box", "30,40,5,5", "--reason", "A bystander.", "--json")).Json;
        await DoAsync("ines", "items", "redact", "1", "--case", caseRef, "--excerpt", "Come […].", "--reason", "x");
        var custody = await RunAsync("evidence", "show", redacted.GetProperty("sha256").GetString()!);
        var both = await RunAsync("items", "redact", "1", "--case", caseRef, "--screenshot", shot, "--excerpt", "x", "--reason", "x", "--as", "ines");
        var box = await RunAsync("items", "redact", "1", "--case", caseRef, "--screenshot", shot, "--box", "1,2,3", "--reason", "x", "--as", "ines");
        await DoAsync("ines", "items", "unredact", "1", "--case", caseRef, "--screenshot", shot, "--reason", "Consent.");
        var again = await RunAsync("items", "unredact", "1", "--case", caseRef, "--screenshot", shot, "--reason", "x", "--as", "ines");

        Assert.That(custody.Output, Does.Contain("redacted with 2 black boxes; the original is kept under SHA-256 " + shot));
        Assert.That((both.ExitCode, box.ExitCode, again.ExitCode), Is.EqualTo((1, 1, 1)));
        Assert.That(both.Error.Trim(), Is.EqualTo("One thing is redacted at a time; give either --screenshot with --box, or --excerpt."));
        Assert.That(box.Error.Trim(), Is.EqualTo("“1,2,3” is no box; write left, top, width and height in pixels, as 12,40,300,25."));
        Assert.That(again.Error.Trim(), Does.EndWith("is not redacted; look at the item."));
    }

    [Test]
    public async Task A_notice_is_redrafted_listed_and_shown_and_a_path_that_is_not_there_is_one_sentence()
    {
        var notice = await DraftAsync();
        var redrafted = (await DoAsync("ines", "notices", "redraft", notice, "--comment", "A day more.", "--act-by", InDays(3), "--json")).Json;
        var submitted = await RunAsync("notices", "submit", notice, "--as", "ines");
        var pdf = await RunAsync("notices", "pdf", notice, "--out", Path.Combine(Data, "nowhere", "x.pdf"));
        var version = await RunAsync("notices", "pdf", notice, "--out", Path.Combine(Data, "x.pdf"), "--version-number", "9");

        Assert.That(redrafted.GetProperty("version").GetInt32(), Is.EqualTo(2));
        Assert.That((await ListAsync("notices", "notices", "list", "--case", caseRef)).Single().GetProperty("ref").GetString(), Is.EqualTo(notice));
        Assert.That((await RunAsync("notices", "show", notice, "--json")).Json.GetProperty("versions").GetArrayLength(), Is.EqualTo(2));
        Assert.That((await RunAsync("notices", "show", notice)).Output, Does.Contain($"{notice}  forwarding, draft, written by ines"));
        Assert.That((submitted.ExitCode, pdf.ExitCode, version.ExitCode), Is.EqualTo((1, 1, 1)));
        Assert.That(submitted.Error, Is.Not.Empty);
        Assert.That(pdf.Error, Does.StartWith($"The file {Path.Combine(Data, "nowhere", "x.pdf")} cannot be written").And.Not.Contain("did not foresee"));
        Assert.That(version.Error, Does.Contain("has no version 9"));
    }

    [Test]
    public async Task Reminders_of_an_instant_are_planned_once_and_one_to_come_is_warned_of()
    {
        await DoAsync("ines", "notices", "send", await DraftAsync());
        var then = TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        var first = await RunAsync("deadlines", "remind", "--at", then, "--json");
        var second = await RunAsync("deadlines", "remind", "--at", then, "--json");
        var now = await RunAsync("deadlines", "remind");
        var delivered = (await RunAsync("mail", "deliver", "--json")).Json;

        var planned = first.Json.GetProperty("planned").GetInt32();
        Assert.That((planned, second.Json.GetProperty("planned").GetInt32()), Is.EqualTo((planned, 0)));
        Assert.That(planned, Is.GreaterThan(0));
        Assert.That(first.Error, Does.Contain("is still to come: the reminders due by then are queued now, for real"));
        Assert.That((now.Error, now.Output), Is.EqualTo(("", now.Output)));
        Assert.That(now.Output, Does.StartWith("0 reminders queued"));
        Assert.That(delivered.GetProperty("sent").GetInt32(), Is.EqualTo(planned + 1));
        Assert.That(await ListAsync("mail", "mail", "list", "--case", caseRef), Has.Count.GreaterThan(1));
    }

    [Test]
    public async Task A_deadline_is_met_and_the_record_settles_the_others()
    {
        await DoAsync("ines", "notices", "send", await DraftAsync());
        var deadlines = await ListAsync("deadlines", "deadlines", "list", "--case", caseRef);
        var reference = deadlines[0].GetProperty("ref").GetString()!;

        await DoAsync("ines", "deadlines", "meet", reference, "--note", "They called.");
        var settled = await RunAsync("deadlines", "settle");

        Assert.That(await ListAsync("deadlines", "deadlines", "list", "--case", caseRef), Has.Count.EqualTo(deadlines.Count - 1));
        Assert.That(settled.Output.Trim(), Does.EndWith("deadlines ended."));
    }

    [Test]
    public async Task The_ladder_explains_and_is_taken_up()
    {
        var explained = (await RunAsync("escalation", "explain", "--case", caseRef, "--json")).Json;
        var other = await RunAsync("escalation", "take-up", "--case", caseRef, "--step", "termination", "--as", "ines");
        var taken = await DoAsync("ines", "escalation", "take-up", "--case", caseRef);

        Assert.That(explained.GetProperty("facts").GetArrayLength(), Is.GreaterThan(0));
        Assert.That(other.ExitCode, Is.EqualTo(1));
        Assert.That(taken.Output, Does.StartWith("Taken up: "));
    }

    [Test]
    public async Task A_plan_needs_a_file_and_an_assessment_a_plan()
    {
        var none = await RunAsync("plans", "assess", "--case", caseRef, "--verdict", "adequate", "--reason", "x", "--as", "ines");
        var folder = await RunAsync("plans", "receive", "--case", caseRef, "--file", Data, "--as", "ines");
        await DoAsync("ines", "plans", "receive", "--case", caseRef, "--file", Path.Combine(SampleCase, "plan.pdf"));

        Assert.That((none.ExitCode, folder.ExitCode), Is.EqualTo((1, 1)));
        Assert.That(folder.Error.Trim(), Is.EqualTo($"{Data} is a folder; name a file."));
        Assert.That((await RunAsync("plans", "list", "--case", caseRef)).Output, Does.Contain("plan.pdf").And.Contain("Not assessed yet."));
    }

    [Test]
    public async Task An_import_counts_its_rows_and_one_broken_file_does_not_hide_the_others()
    {
        const string head = "url,seen,clause,severity,excerpt,reporter,screenshot\n";
        var folder = Directory.CreateDirectory(Path.Combine(Data, "lists")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "a.csv"), head + "https://perch.example/p/1,2021-01-09T14:02:00Z,7.4,high,,,\nhttps://perch.example/p/7,2021-01-09T14:02:00Z,7.4,high,,,gone.png\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "b.csv"), head + "https://perch.example/p/8,2021-01-09T14:02:00Z,7.4,high,\"open,,\n");

        var said = await RunAsync("reports", "import", folder, "--as", "ines");
        var alone = await RunAsync("reports", "import", Path.Combine(folder, "b.csv"), "--as", "ines");

        Assert.That((said.ExitCode, said.Error), Is.EqualTo((1, "")));
        Assert.That(said.Output.TrimEnd().Split('\n'), Has.Length.EqualTo(3));
        Assert.That(said.Output, Does.Contain("a.csv: 2 rows: 0 filed as new items, 1 joined to known items").And.Contain("1 refused.").And.Contain("a.csv, row 3, screenshot: There is no file “gone.png”").And.Contain("b.csv: Row 2: a quotation mark is out of place"));
        Assert.That((alone.ExitCode, alone.Output), Is.EqualTo((1, "")));
    }

    [Test]
    public async Task A_case_goes_to_nobody_by_a_flag_and_not_by_a_login()
    {
        await DoAsync("ines", "cases", "assign", caseRef, "--to", "ines");
        var said = await RunAsync("cases", "assign", caseRef, "--to", "nobody", "--as", "ines");
        await DoAsync("ines", "cases", "assign", caseRef, "--nobody");

        Assert.That((said.ExitCode, said.Error.Trim()), Is.EqualTo((1, "Nobody has the login nobody; to take the case from whoever has it, write --nobody.")));
    }

    [Test]
    public async Task A_letter_to_a_reporter_is_drafted_from_the_report()
    {
        var report = (await FileAsync("https://perch.example/p/by-jo", "--reporter", "jo@watch.example", "--json")).Json.GetProperty("reportRef").GetString()!;

        var drafted = (await DoAsync("ines", "notices", "draft", "--kind", "decision", "--report", report, "--json")).Json.GetProperty("ref").GetString()!;

        Assert.That((await RunAsync("notices", "facts", drafted)).Output, Does.Contain("jo@watch.example").And.Not.Contain("Perch Social"));
        Assert.That((await RunAsync("notices", "draft", "--kind", "forwarding", "--as", "ines")).Error, Does.Contain("Name the case (--case"));
    }

    private async Task<string> DraftAsync() => (await DoAsync("ines", "notices", "draft", "--case", caseRef, "--kind", "forwarding", "--act-by", InDays(2), "--json")).Json.GetProperty("ref").GetString()!;

    private async Task<List<JsonElement>> ListAsync(string name, params string[] arguments) => [.. (await RunAsync([.. arguments, "--json"])).Json.GetProperty(name).EnumerateArray()];

    private static string InDays(int days) => TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd'T'12:00", CultureInfo.InvariantCulture);
}
