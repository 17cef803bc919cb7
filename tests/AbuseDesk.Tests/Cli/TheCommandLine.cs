using System.Runtime.CompilerServices;
using System.Text.Json;
using AbuseDesk.Cli.Commands.Reference;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Tests.Cli;

/// <summary>The command line in this process, over a data folder of its own.</summary>
public sealed class TheCommandLine
{
    private string data = "";

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    private static string Sample(params string[] path) => Path.Combine([Root(), "samples", .. path]);

    [SetUp]
    public void MakeAFolder() => data = Directory.CreateTempSubdirectory("abusedesk-cli-").FullName;

    [TearDown]
    public void RemoveIt() => Directory.Delete(data, recursive: true);

    [Test]
    public void The_README_has_the_reference_that_the_program_prints()
    {
        var readme = File.ReadAllText(Path.Combine(Root(), "README.md"));
        var between = readme.Split("<!-- commands -->\n")[1].Split("<!-- /commands -->")[0];

        Assert.That(between, Is.EqualTo(ReferenceCommand.Text()),
            "Put the output of “dotnet run --project src/AbuseDesk.Cli -- reference” between the marks in README.md.");
    }

    [Test]
    public async Task A_wrong_command_line_is_one_sentence_and_exit_code_2()
    {
        var ran = await RunAsync("customers", "inport", "x.csv");

        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(ran.Error.Trim().Split('\n'), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_desk_is_set_up_and_a_report_is_filed()
    {
        await SetUpAsync();

        var filed = await RunAsync("reports", "file", "--as", "ines", "--url", "https://perch.example/p/1", "--clause", "6.2", "--severity", "high",
            "--seen", "2020-11-20T10:00:00Z", "--screenshot", Sample("social-network", "screenshots", "001.jpg"), "--json");
        var shown = await RunAsync("cases", "list", "--json");

        Assert.That(filed.Code, Is.Zero, filed.Error);
        Assert.That(JsonDocument.Parse(filed.Output).RootElement.GetProperty("itemNumber").GetInt32(), Is.EqualTo(1));
        Assert.That(JsonDocument.Parse(shown.Output).RootElement.GetArrayLength(), Is.EqualTo(1));
        Assert.That((await RunAsync("journal", "verify")).Code, Is.Zero);
        Assert.That((await RunAsync("evidence", "verify")).Code, Is.Zero);
    }

    [TestCase("9.99", "There is no clause “9.99”")]
    public async Task An_unknown_clause_is_one_sentence(string clause, string sentence)
    {
        await SetUpAsync();

        var ran = await RunAsync("reports", "file", "--as", "ines", "--url", "https://perch.example/p/1", "--clause", clause, "--severity", "high", "--seen", "2020-11-20T10:00:00Z", "--note", "x");

        Assert.That(ran.Code, Is.EqualTo(1));
        Assert.That(ran.Error, Does.StartWith(sentence));
        Assert.That((await RunAsync("cases", "list", "--json")).Output.Trim(), Is.EqualTo("[]"));
    }

    [Test]
    public async Task Whoever_acts_must_be_named()
    {
        await SetUpAsync();

        var ran = await RunAsync("customers", "import", Sample("customers.csv"), "--as", "");

        Assert.That((ran.Code, ran.Error.Trim()), Is.EqualTo((1, "Say who acts: add --as LOGIN, or set ABUSEDESK_USER.")));
    }

    [Test]
    public async Task A_file_that_is_not_there_is_named()
    {
        var ran = await RunAsync("customers", "import", "nowhere.csv", "--as", "petra");

        Assert.That((ran.Code, ran.Error.Trim()), Is.EqualTo((1, "There is no file nowhere.csv; check the path.")));
    }

    [Test]
    public async Task The_doctor_says_which_roles_nobody_has()
    {
        var ran = await RunAsync("doctor");

        Assert.That(ran.Code, Is.EqualTo(1));
        Assert.That(ran.Output, Does.Contain("Role legal").And.Contain("users add"));
    }

    private async Task SetUpAsync()
    {
        await DoAsync("users", "add", "--login", "petra", "--name", "Petra Lindqvist", "--title", "Administrator", "--email", "petra@cloud.example", "--roles", "admin");
        await DoAsync("users", "add", "--as", "petra", "--login", "ines", "--name", "Ines Calder", "--title", "Abuse Desk", "--email", "ines@cloud.example", "--roles", "agent");
        await DoAsync("customers", "import", Sample("customers.csv"), "--as", "petra");
        await DoAsync("terms", "publish", Sample("terms", "terms-2019-05-01.md"), "--as", "petra");
    }

    private async Task DoAsync(params string[] arguments)
    {
        var ran = await RunAsync(arguments);
        Assert.That(ran.Code, Is.Zero, ran.Error);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync([.. arguments, "--data", data], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
