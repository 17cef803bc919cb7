namespace AbuseDesk.Tests.Cli;

public sealed class UnderstandingTheCommandLine : CliTest
{
    [TestCase("cases", "lst")]
    [TestCase("cases")]
    [TestCase("items", "list")]
    [TestCase("items", "check", "1", "--case", "C-2020-0001", "--outcome", "gone")]
    [TestCase("deadlines", "list", "--due-within", "soon")]
    [TestCase("deadlines", "remind", "--at", "2021-01-10T23:59")]
    [TestCase("cases", "list", "--limit", "0")]
    [TestCase("reports", "list", "--item", "one")]
    [TestCase("notices", "pdf", "N-2021-0001", "--out", "x.pdf", "--version-number", "-1")]
    public async Task A_wrong_command_line_is_one_sentence_and_exit_code_2(params string[] arguments)
    {
        var said = await RunAsync(arguments);

        Assert.That(said.ExitCode, Is.EqualTo(2));
        Assert.That(said.Output, Is.Empty);
        Assert.That(said.Error.TrimEnd().Split('\n'), Has.Length.EqualTo(1));
        Assert.That(said.Error, Does.Contain($"See: abusedesk {arguments[0]}"));
    }

    [Test]
    public async Task A_word_that_is_no_command_is_named() =>
        Assert.That((await RunAsync("cases", "lst")).Error, Does.StartWith("“lst” is not known here"));

    [TestCase("“init” is not known here. See: abusedesk --help", "init")]
    [TestCase("“case” is not known here; did you mean cases? See: abusedesk --help", "case", "list")]
    [TestCase("“passwd” is not known here; use add, list, password, second-factor, roles, change, disable, enable, away, back, calendar. See: abusedesk users --help", "users", "passwd")]
    [TestCase("“lst” is not known here; did you mean list? See: abusedesk cases --help", "cases", "lst")]
    [TestCase("“--lmit” is not known here; did you mean --limit? See: abusedesk cases list --help", "cases", "list", "--lmit", "3")]
    [TestCase("“--jsn” is not known here; did you mean --json? See: abusedesk cases show --help", "cases", "show", "--jsn")]
    [TestCase("“--foo” is not known here. See: abusedesk reports import --help", "reports", "import", "--foo")]
    public async Task What_is_not_known_is_named_with_what_it_may_have_meant(string sentence, params string[] arguments)
    {
        var said = await RunAsync(arguments);

        Assert.That((said.ExitCode, said.Output, said.Error.Trim()), Is.EqualTo((2, "", sentence)));
    }

    [Test]
    public async Task A_word_out_of_a_list_names_the_list() =>
        Assert.That((await RunAsync("items", "check", "1", "--case", "C-1", "--outcome", "gone")).Error, Does.Contain("“gone” is not one of removed, still-up, unreachable"));

    [Test]
    public async Task An_instant_without_its_offset_is_refused_as_nobody_knows_the_zone() =>
        Assert.That((await RunAsync("deadlines", "remind", "--at", "2021-01-10T23:59")).Error, Does.Contain("write it with its offset"));

    [Test]
    public async Task What_a_person_can_put_right_is_one_sentence_and_exit_code_1()
    {
        await OpenADeskAsync();

        var said = await RunAsync("cases", "show", "C-2020-0417");

        Assert.That((said.ExitCode, said.Output), Is.EqualTo((1, "")));
        Assert.That(said.Error, Does.Contain("C-2020-0417"));
        Assert.That(said.Error.TrimEnd().Split('\n'), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task An_act_asks_who_acts()
    {
        await OpenADeskAsync();

        var said = await RunAsync("cases", "close", "C-2020-0417");

        Assert.That(said.ExitCode, Is.EqualTo(1));
        Assert.That(said.Error.Trim(), Is.EqualTo("Say who acts: add --as LOGIN, or set ABUSEDESK_USER."));
    }

    [Test]
    public async Task A_file_that_is_not_there_is_named()
    {
        await OpenADeskAsync();

        var said = await RunAsync("customers", "import", "nowhere.csv", "--as", "ada");

        Assert.That((said.ExitCode, said.Error.Trim()), Is.EqualTo((1, "There is no file nowhere.csv.")));
    }

    [TestCase("customers", "import")]
    [TestCase("terms", "publish")]
    [TestCase("evidence", "add")]
    public async Task A_folder_where_a_file_is_expected_is_one_sentence(params string[] arguments)
    {
        await OpenADeskAsync();

        var said = await RunAsync([.. arguments, Data, "--as", "ada"]);

        Assert.That((said.ExitCode, said.Error.Trim()), Is.EqualTo((1, $"{Data} is a folder; name a file.")));
    }

    [Test]
    public async Task Terms_that_are_not_UTF_8_or_take_effect_on_no_date_are_refused()
    {
        await OpenADeskAsync();
        var file = Path.Combine(Data, "terms.md");
        await File.WriteAllBytesAsync(file, [0x63, 0x61, 0x66, 0xe9]);

        var bytes = await RunAsync("terms", "publish", file, "--as", "ada");
        var date = await RunAsync("terms", "publish", Directory.GetFiles(Path.Combine(Samples, "terms"), "*.md")[0], "--effective", "tomorrow", "--as", "ada");

        Assert.That(bytes.Error.Trim(), Is.EqualTo($"The file {file} is not UTF-8; save it as UTF-8."));
        Assert.That(date.Error.Trim(), Is.EqualTo("“tomorrow” is no date; write it as 2020-12-01, or with a time as 2020-12-01T00:00."));
    }

    [TestCase("{")]
    [TestCase("{}")]
    public async Task A_record_of_a_demo_that_is_broken_is_one_sentence(string text)
    {
        await OpenADeskAsync();
        await File.WriteAllTextAsync(Path.Combine(Data, "demo.json"), text);

        var said = await RunAsync("cases", "list");

        Assert.That((said.ExitCode, said.Error.Trim()), Is.EqualTo((1, $"{Path.Combine(Data, "demo.json")} cannot be read; remove demo.json and what else is in that folder, and play the demo again.")));
    }

    [Test]
    public async Task An_empty_name_of_a_data_folder_is_a_wrong_command_line()
    {
        var said = await RunInAsync("", "cases", "list");

        Assert.That((said.ExitCode, said.Error.Trim()), Is.EqualTo((2, "--data names no folder. See: abusedesk cases list --help")));
    }

    [Test]
    public async Task A_file_that_is_no_database_is_told_apart_from_what_nobody_foresaw()
    {
        await OpenADeskAsync();
        await File.WriteAllTextAsync(Path.Combine(Data, "abusedesk.db"), "this is no database, and it is long enough to be read as one");
        foreach (var beside in Directory.GetFiles(Data, "abusedesk.db-*"))
            File.Delete(beside);

        var said = await RunAsync("cases", "list");

        Assert.That(said.ExitCode, Is.EqualTo(1));
        Assert.That(said.Error, Does.StartWith("The database file is damaged, or is no SQLite database").And.Not.Contain("foresee"));
    }

    [Test]
    public async Task What_nobody_foresaw_is_one_sentence_that_names_a_log_file()
    {
        await OpenADeskAsync();
        await using (var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(Data, "abusedesk.db")}"))
        {
            await database.OpenAsync();
            await Dapper.SqlMapper.ExecuteAsync(database, "pragma foreign_keys = off; drop table cases");
        }

        var said = await RunAsync("cases", "list");

        var log = Directory.GetFiles(Path.Combine(Data, "logs")).Single();
        Assert.That(said.ExitCode, Is.EqualTo(1));
        Assert.That(said.Error.TrimEnd().Split('\n'), Has.Length.EqualTo(1));
        Assert.That(said.Error, Does.Contain(log).And.Not.Contain("   at "));
        Assert.That(await File.ReadAllTextAsync(log), Does.Contain("SqliteException"));
    }
}
