using System.Text.Json;

namespace AbuseDesk.Tests.Cli;

public sealed class AskingTheDoctor : CliTest
{
    [Test]
    public async Task An_empty_folder_lacks_people_and_stays_empty()
    {
        var said = await RunAsync("doctor", "--json");

        Assert.That(said.ExitCode, Is.EqualTo(1));
        Assert.That(Part(said, "staff").GetProperty("mend").GetString(), Does.Contain("users add"));
        Assert.That(Part(said, "fonts").GetProperty("state").GetString(), Is.EqualTo("ok"));
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
            "data folder", "database", "evidence", "mail folder", "mail", "templates", "brand", "ladder", "deadlines", "plan criteria", "fonts", "zone", "staff", "terms", "disk",
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

    private static JsonElement Part(Said said, string name) =>
        said.Json.GetProperty("parts").EnumerateArray().Single(part => part.GetProperty("part").GetString() == name);
}
