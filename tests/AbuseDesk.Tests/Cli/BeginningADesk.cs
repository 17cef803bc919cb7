using AbuseDesk.Tests.Database;

namespace AbuseDesk.Tests.Cli;

public sealed class BeginningADesk(Engine engine) : EngineCliTest(engine)
{
    [TestCase("journal", "verify")]
    [TestCase("cases", "list")]
    [TestCase("reports", "import", "nowhere.csv", "--as", "ines")]
    [TestCase("users", "add", "--login", "ines", "--name", "Ines Example", "--title", "Agent", "--email", "ines@cloud.example", "--roles", "agent")]
    [TestCase("users", "add", "--login", "ben", "--name", "Ben Example", "--title", "Agent", "--email", "ben@cloud.example", "--roles", "admin", "--as", "ada")]
    public async Task Where_there_is_no_desk_a_command_says_so_and_makes_none(params string[] arguments)
    {
        await EmptyTheDatabaseAsync();
        Directory.Delete(Data);

        var said = await RunAsync(arguments);
        var made = Directory.Exists(Data);
        Directory.CreateDirectory(Data);

        Assert.That((said.ExitCode, said.Output, made), Is.EqualTo((1, "", false)));
        Assert.That(said.Error, Does.StartWith($"There is no desk in {Data}").And.Contain("admin"));
        Assert.That(said.Error.TrimEnd().Split('\n'), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_folder_that_is_there_does_not_make_a_desk()
    {
        await EmptyTheDatabaseAsync();

        var said = await RunAsync("journal", "verify");

        Assert.That((said.ExitCode, said.Output), Is.EqualTo((1, "")));
        Assert.That(said.Error, Does.StartWith("There is no desk in ").And.Contain("abusedesk users add"));
        Assert.That(Directory.GetFileSystemEntries(Data), Is.Empty);
    }

    [Test]
    public async Task The_first_admin_begins_a_desk()
    {
        await EmptyTheDatabaseAsync();
        await OpenADeskAsync();

        Assert.That((await RunAsync("journal", "verify", "--json")).Json.GetProperty("intact").GetBoolean(), Is.True);
    }

    [TestCase("cases", "list")]
    [TestCase("journal", "verify")]
    [TestCase("mail", "deliver")]
    public async Task Somebody_who_does_not_work_here_may_not_even_look(params string[] arguments)
    {
        await OpenADeskAsync();

        var said = await RunAsync([.. arguments, "--as", "nobody"]);

        Assert.That((said.ExitCode, said.Output), Is.EqualTo((1, "")));
        Assert.That(said.Error, Does.Contain("nobody"));
    }

    [Test]
    public async Task A_data_folder_that_cannot_be_written_is_one_sentence()
    {
        await OpenADeskAsync();
        var file = Path.Combine(Data, "file");
        await File.WriteAllTextAsync(file, "");

        foreach (var folder in new[] { file, Path.Combine(file, "below") })
        {
            var read = await RunInAsync(folder, "cases", "list");
            var began = await RunInAsync(folder, "demo", "--no-serve");

            Assert.That((read.ExitCode, began.ExitCode), Is.EqualTo((1, 1)));
            Assert.That(read.Error.Trim(), Does.Contain(folder).And.Not.Contain("did not foresee").And.Not.Contain("\n"));
            Assert.That(began.Error.Trim(), Does.StartWith($"The data folder {folder} cannot be written").And.Not.Contain("\n"));
        }
    }
}
