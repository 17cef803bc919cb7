using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Notices;

namespace AbuseDesk.Tests.Cli;

public sealed class PublishingTemplates(Engine engine) : EngineCliTest(engine)
{
    private string file = "";

    [SetUp]
    public async Task Open()
    {
        await OpenADeskAsync();
        file = Path.Combine(Data, "warning.md");
        await File.WriteAllTextAsync(file, await File.ReadAllTextAsync(Path.Combine(NoticeTexts.TemplatesFolder, "notices/en/warning.md")) + "\nQuite new.\n");
    }

    [Test]
    public async Task A_file_is_checked_published_listed_and_shown()
    {
        Assert.That((await DoAsync("ruth", "templates", "check", file)).Output.Trim(), Is.EqualTo($"{file} compiles as the template warning/en."));
        Assert.That((await DoAsync("ruth", "templates", "publish", file, "--note", "one sentence more")).Output.Trim(), Is.EqualTo("Version 1 of the template warning/en is published."));

        var listed = (await DoAsync("ines", "templates", "list", "--json")).Json.GetProperty("templates").EnumerateArray().Single(one => one.GetProperty("kind").GetString() == "warning" && one.GetProperty("language").GetString() == "en");
        Assert.That((listed.GetProperty("version").GetInt32(), listed.GetProperty("file").GetString(), listed.GetProperty("note").GetString()), Is.EqualTo((1, "changed", "one sentence more")));
        Assert.That((await DoAsync("ines", "templates", "show", "en/warning")).Output, Is.EqualTo((await File.ReadAllTextAsync(file)).ReplaceLineEndings()));
        Assert.That((await DoAsync("ines", "templates", "show", "en/warning", "--version-number", "0")).Output, Does.Not.Contain("Quite new."));
    }

    [Test]
    public async Task A_broken_file_is_refused_with_its_place_and_only_legal_publishes()
    {
        Assert.That((await RunAsync("templates", "publish", file, "--note", "x", "--as", "ada")).Error, Does.Contain("needs the role legal"));
        await File.AppendAllTextAsync(file, "{{ customer.nmae }}\n");

        var checkedFile = await RunAsync("templates", "check", file, "--as", "ines");
        var published = await RunAsync("templates", "publish", file, "--note", "x", "--as", "ruth");

        Assert.That((checkedFile.ExitCode, published.ExitCode), Is.EqualTo((1, 1)));
        Assert.That(checkedFile.Error, Does.Match("line \\d+, column 4: there is no variable 'customer.nmae'; did you mean 'customer.name'\\?"));
        Assert.That((await RunAsync("templates", "show", "en/warning", "--version-number", "7", "--as", "ines")).Error.Trim(), Is.EqualTo("The template warning/en has no version 7; the latest is 0."));
        Assert.That((await RunAsync("templates", "show", "warning", "--as", "ines")).Error.Trim(), Is.EqualTo("“warning” names no template; write language and kind, as en/suspension."));
    }
}
