using System.Text.Json;
using Dapper;

namespace AbuseDesk.Tests.Cli;

public sealed class AskingTheDoctor : CliTest
{
    [Test]
    public async Task An_empty_folder_lacks_people_and_stays_empty()
    {
        var said = await RunAsync("doctor", "--json");

        Assert.That(said.ExitCode, Is.EqualTo(1));
        Assert.That(Part(said, "staff").GetProperty("mend").GetString(), Does.Contain("users add"));
        Assert.That(Part(said, "fonts").GetProperty("state").GetString(), Is.Not.EqualTo("blocks"));
        Assert.That(Part(said, "fonts").GetProperty("found").GetString(), Does.StartWith("A page was drawn"));
        Assert.That(Directory.GetFileSystemEntries(Data), Is.Empty);
    }

    [Test]
    public async Task A_desk_with_people_and_terms_can_run()
    {
        await OpenADeskAsync();

        var said = await RunAsync("doctor", "--json");

        Assert.That(said.ExitCode, Is.Zero, said.Output);
        Assert.That(said.Json.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("part").GetString()), Is.EqualTo(new[]
        {
            "data folder", "database", "evidence", "mail folder", "mail", "templates", "brand", "ladder", "deadlines", "holidays", "plan criteria", "fonts", "zone", "staff", "customers", "terms", "disk",
        }));
        Assert.That(Part(said, "database").GetProperty("found").GetString(), Does.StartWith("SQLite 3.").And.EndWith("the schema is up to date."));
    }

    [Test]
    public async Task A_folder_that_is_a_file_blocks()
    {
        await OpenADeskAsync();
        await File.WriteAllTextAsync(Path.Combine(Data, "outbox"), "");

        var said = await RunAsync("doctor");

        Assert.That(said.ExitCode, Is.EqualTo(1));
        Assert.That(said.Output, Does.Match(@"BLOCKS\s+mail folder"));
    }

    [Test]
    public async Task A_fresh_desk_can_run_and_is_told_whom_it_lacks()
    {
        await HireAsync("ada", "Administrator", "admin");
        await DoAsync("ada", "customers", "import", Path.Combine(Samples, "customers.csv"));
        foreach (var version in Directory.GetFiles(Path.Combine(Samples, "terms"), "*.md").Order(StringComparer.Ordinal))
            await DoAsync("ada", "terms", "publish", version);

        var said = await RunAsync("doctor", "--json");

        Assert.That((said.ExitCode, said.Json.GetProperty("ok").GetBoolean()), Is.EqualTo((0, true)));
        Assert.That(Part(said, "staff").GetProperty("state").GetString(), Is.EqualTo("advice"));
        Assert.That(Part(said, "staff").GetProperty("found").GetString(), Does.EndWith("Nobody is agent or legal."));
        Assert.That(Part(said, "staff").GetProperty("mend").GetString(), Does.Contain("--roles agent").And.Contain("--roles legal"));
    }

    [TestCase("ABUSEDESK_DATABASE", "nonsense", "database", "is no connection string")]
    [TestCase("ABUSEDESK_DATABASE", "Host=127.0.0.1;Port=1;Username=nobody;Timeout=2", "database", "127.0.0.1:1")]
    [TestCase("ABUSEDESK_DATABASE", "Data Source=/nowhere/at/all.db;Mode=ReadOnly", "data folder", null)]
    [TestCase("ABUSEDESK_EVIDENCE", "gopher://bucket/evidence", "settings", "ABUSEDESK_EVIDENCE")]
    [TestCase("ABUSEDESK_MAIL", "pigeon:loft", "settings", "ABUSEDESK_MAIL")]
    [TestCase("ABUSEDESK_ZONE", "Mars/Base", "zone", "There is no time zone “Mars/Base”.")]
    [TestCase("ABUSEDESK_TEMPLATES", "/nowhere", "templates", "/nowhere")]
    public async Task Whatever_is_set_wrongly_is_one_finding_among_the_others(string setting, string value, string part, string? found)
    {
        Environment.SetEnvironmentVariable(setting, value);
        try
        {
            var said = await RunAsync("doctor", "--json");

            Assert.That(said.Error, Is.Empty);
            Assert.That(said.Json.GetProperty("parts").GetArrayLength(), Is.GreaterThanOrEqualTo(16));
            Assert.That(said.Json.GetProperty("parts").EnumerateArray().Where(one => one.GetProperty("state").GetString() != "ok").Select(one => one.GetProperty("mend").GetString()), Has.All.Not.Empty);
            if (found is null)
                return;
            Assert.That((said.ExitCode, Part(said, part).GetProperty("state").GetString()), Is.EqualTo((1, "blocks")));
            Assert.That(Part(said, part).GetProperty("found").GetString(), Does.Contain(found));
        }
        finally
        {
            Environment.SetEnvironmentVariable(setting, null);
        }
    }

    [TestCase("smtp://127.0.0.1:9?tls=none", "127.0.0.1:9 cannot be reached")]
    [TestCase("smtp://127.0.0.1:9?tls=perhaps", "tls=required and tls=none only")]
    public async Task A_mail_server_that_takes_no_mail_blocks(string mail, string says)
    {
        await OpenADeskAsync();
        Environment.SetEnvironmentVariable("ABUSEDESK_MAIL", mail);
        try
        {
            var said = await RunAsync("doctor", "--json");

            Assert.That(said.ExitCode, Is.EqualTo(1));
            Assert.That(Part(said, "mail server").GetProperty("found").GetString() + Part(said, "mail server").GetProperty("mend").GetString(), Does.Contain(says));
        }
        finally
        {
            Environment.SetEnvironmentVariable("ABUSEDESK_MAIL", null);
        }
    }

    [Test]
    public async Task Data_of_a_newer_version_and_a_broken_demo_record_are_findings()
    {
        await OpenADeskAsync();
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(Data, "abusedesk.db")}"))
            await connection.ExecuteAsync("insert into schemaversions (scriptname, applied) values ('AbuseDesk.Database.Schema.9999_later.sql', '2030-01-01')");
        await File.WriteAllTextAsync(Path.Combine(Data, "demo.json"), "{");

        var said = await RunAsync("doctor", "--json");

        Assert.That(said.ExitCode, Is.EqualTo(1));
        Assert.That(Part(said, "database").GetProperty("found").GetString(), Does.Contain("newer version"));
        Assert.That(Part(said, "database").GetProperty("mend").GetString(), Is.EqualTo("Install that version or a later one."));
        Assert.That(Part(said, "staff").GetProperty("found").GetString(), Is.EqualTo("Not looked at, as the database cannot be read."));
        Assert.That(Part(said, "demo").GetProperty("mend").GetString(), Does.Contain("demo.json"));
    }

    private static JsonElement Part(Said said, string name) =>
        said.Json.GetProperty("parts").EnumerateArray().Single(part => part.GetProperty("part").GetString() == name);
}
