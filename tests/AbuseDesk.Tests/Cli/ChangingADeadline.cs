namespace AbuseDesk.Tests.Cli;

/// <summary>What a person does with a deadline, by command lines alone.</summary>
public sealed class ChangingADeadline(Database.Engine engine) : EngineCliTest(engine)
{
    private const string Setting = "ABUSEDESK_TEMPLATES";

    private string caseRef = "";

    private string Policy => Path.Combine(Data, "templates", "policy", "deadlines.yml");

    [SetUp]
    public async Task OpenTheCase()
    {
        var templates = Path.Combine(Data, "templates");
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "templates"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(templates, Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "templates"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        await File.WriteAllTextAsync(Policy, (await File.ReadAllTextAsync(Policy)).Replace("enabled: false", "enabled: true", StringComparison.Ordinal));
        Environment.SetEnvironmentVariable(Setting, templates);
        await OpenADeskAsync();
        caseRef = (await FileAsync("https://perch.example/p/abc", "--json")).Json.GetProperty("caseRef").GetString()!;
    }

    [TearDown]
    public void ForgetTheTemplates() => Environment.SetEnvironmentVariable(Setting, null);

    [Test]
    public async Task It_explains_itself_in_words_and_as_json()
    {
        var started = (await DoAsync("ines", "deadlines", "start", "--case", caseRef, "--event", "counter-notice-received", "--at", "2026-11-20T22:03:00Z", "--note", "by post", "--json")).Json.GetProperty("deadlines")[0];
        var reference = started.GetProperty("ref").GetString()!;

        var text = (await RunAsync("deadlines", "show", reference)).Output;
        var json = (await RunAsync("deadlines", "show", reference, "--json")).Json;

        // Friday 20 November: 23 to 25, the 26th is Thanksgiving, 27, 30, 1 to 4, 7 December are ten; 8 to 11 four more
        const string sentence = "14 business days (US federal) after the counter notice was received on Fri 20 Nov 2026 17:03 EST: not before Tue 8 Dec 2026 00:00 EST (when 10 business days have passed) and by Fri 11 Dec 2026 23:59 EST; holiday skipped: 26 Nov.";
        Assert.That(text, Does.Contain("Why then: " + sentence).And.Contain("17 USC 512(g)(2)(C)"));
        Assert.That((json.GetProperty("explanation").GetString(), json.GetProperty("dueAt").GetString(), json.GetProperty("notBeforeAt").GetString()), Is.EqualTo((sentence, "2026-12-12T04:59:59Z", "2026-12-08T05:00:00Z")));
    }

    [Test]
    public async Task The_rules_are_listed_in_words()
    {
        var text = (await RunAsync("deadlines", "rules")).Output;
        var rules = (await RunAsync("deadlines", "rules", "--json")).Json.GetProperty("rules").EnumerateArray().ToDictionary(rule => rule.GetProperty("rule").GetString()!);

        var counter = rules["restore_after_counter_notice"];
        Assert.That(counter.GetProperty("due").GetString(), Is.EqualTo("not before 10 business days, within 14 business days"));
        Assert.That(
            (counter.GetProperty("enabled").GetBoolean(), counter.GetProperty("starts").GetString(), counter.GetProperty("calendar").GetString(), counter.GetProperty("zone").GetString(), counter.GetProperty("source").GetString()),
            Is.EqualTo((true, "counter-notice-received", "us-federal", "America/New_York", "17 USC 512(g)(2)(C)")));
        Assert.That(rules["send_notice"].GetProperty("due").GetString(), Is.EqualTo("24 hours before"));
        Assert.That(rules["plan_due"].GetProperty("due").GetString(), Is.EqualTo("as the notice names it"));
        Assert.That(text, Does.Contain("the counter notice was received").And.Contain("act_by").And.Contain("within 6 months"));

        await File.WriteAllTextAsync(Policy, (await File.ReadAllTextAsync(Policy)).Replace("enabled: true", "enabled: false", StringComparison.Ordinal));
        Assert.That((await RunAsync("deadlines", "rules")).Output, Does.Contain("off"));
        Assert.That((await RunAsync("deadlines", "rules", "--on")).Output, Does.Not.Contain("take_it_down").And.Contain("act_by"));
    }

    [Test]
    public async Task An_order_is_paused_resumed_and_completed()
    {
        var deadline = await StartAsync("order-received");

        await DoAsync("ruth", "deadlines", "pause", deadline, "--reason", "clarification", "--note", "which account");
        var paused = (await RunAsync("deadlines", "list", "--paused", "--json")).Json.GetProperty("deadlines");
        var resumed = (await DoAsync("ruth", "deadlines", "resume", deadline, "--json")).Json;
        await DoAsync("ines", "deadlines", "complete", deadline, "--note", "removed");

        Assert.That(paused[0].GetProperty("ref").GetString(), Is.EqualTo(deadline));
        Assert.That(resumed.GetProperty("explanation").GetString(), Does.StartWith("1 hour after the pause ended on "));
        Assert.That(await StatusAsync(deadline), Is.EqualTo("met"));
    }

    [Test]
    public async Task An_extension_is_asked_for_and_decided_by_another_and_a_waiver_needs_a_reason()
    {
        var deadline = await StartAsync("dispute-received");

        await DoAsync("ines", "deadlines", "extend", deadline, "--to", "2027-04-01T12:00", "--zone", "Europe/Paris", "--reason", "complex");
        var own = await RunAsync("deadlines", "approve", deadline, "--as", "ines");
        await DoAsync("ruth", "deadlines", "refuse", deadline, "--comment", "too soon");
        await DoAsync("ines", "deadlines", "extend", deadline, "--to", "2027-04-01T12:00", "--zone", "Europe/Paris", "--reason", "complex");
        var approved = (await DoAsync("ruth", "deadlines", "approve", deadline, "--json")).Json;
        await DoAsync("ruth", "deadlines", "waive", deadline, "--reason", "withdrawn by the complainant");

        Assert.That(own.ExitCode, Is.EqualTo(1));
        Assert.That(own.Error, Does.Contain("may not decide on an extension"));
        Assert.That(approved.GetProperty("dueAt").GetString(), Is.EqualTo("2027-04-01T10:00:00Z"));
        Assert.That(await StatusAsync(deadline), Is.EqualTo("waived"));
    }

    [Test]
    public async Task What_it_counts_from_is_corrected_and_nothing_is_recomputed_without_a_change()
    {
        var deadline = await StartAsync("counter-notice-received");

        var corrected = (await DoAsync("ines", "deadlines", "correct", deadline, "--at", "2026-11-20T22:03:00Z", "--reason", "the stamp", "--json")).Json;
        var moved = (await RunAsync("deadlines", "recompute", "--json")).Json;

        Assert.That(corrected.GetProperty("dueAt").GetString(), Is.EqualTo("2026-12-12T04:59:59Z"));
        Assert.That(moved.GetProperty("moved").GetArrayLength(), Is.Zero);
    }

    private async Task<string> StartAsync(string happened) =>
        (await DoAsync("ines", "deadlines", "start", "--case", caseRef, "--event", happened, "--json")).Json.GetProperty("deadlines")[0].GetProperty("ref").GetString()!;

    private async Task<string?> StatusAsync(string deadline) => (await RunAsync("deadlines", "show", deadline, "--json")).Json.GetProperty("status").GetString();
}
