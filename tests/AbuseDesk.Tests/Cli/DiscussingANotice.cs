using AbuseDesk.Tests.Database;

namespace AbuseDesk.Tests.Cli;

public sealed class DiscussingANotice(Engine engine) : EngineCliTest(engine)
{
    [Test]
    public async Task A_paragraph_is_commented_on_answered_and_resolved_by_commands()
    {
        await OpenADeskAsync();
        var filed = (await FileAsync("https://perch.example/p/abc", "--json")).Json;
        var notice = (await DoAsync("ines", "notices", "draft", "--case", filed.GetProperty("caseRef").GetString()!, "--kind", "forwarding", "--json")).Json.GetProperty("ref").GetString()!;

        var printed = (await RunAsync("notices", "comments", notice, "--paragraphs")).Output;
        await DoAsync("ruth", "notices", "comment", notice, "--paragraph", "3", "--text", "Which day?");
        await DoAsync("ines", "notices", "answer", notice, "--comment", "1", "--text", "Today.");
        var refused = await RunAsync("notices", "send", notice, "--as", "ines");
        var shown = (await RunAsync("notices", "show", notice)).Output;
        var listed = await RunAsync("notices", "comments", notice, "--json");
        var authors = await RunAsync("notices", "resolve", notice, "--comment", "1", "--as", "ines");
        await DoAsync("ruth", "notices", "resolve", notice, "--comment", "1");
        await DoAsync("ruth", "notices", "reopen", notice, "--comment", "1", "--text", "No, wait.");
        var thread = (await RunAsync("notices", "comments", notice)).Output;
        await DoAsync("ruth", "notices", "resolve", notice, "--comment", "1");
        await DoAsync("ines", "notices", "send", notice);

        Assert.That(printed, Does.Contain("[3]"));
        Assert.That((refused.ExitCode, refused.Error), Is.EqualTo((1, $"{notice} cannot be sent: comment 1 is open; resolve it, or return the notice to its author.{Environment.NewLine}")));
        Assert.That(shown, Does.Contain("Comments: 1 open, 0 resolved"));
        Assert.That(listed.Json.GetProperty("comments")[0].GetProperty("entries").GetArrayLength(), Is.EqualTo(2));
        Assert.That(authors.Error, Does.Contain("ruth’s to resolve"));
        Assert.That(thread, Does.Contain("Comment 1, open, about paragraph 3").And.Contain("ruth reopened").And.Contain("No, wait."));
        Assert.That((await RunAsync("notices", "comment", notice, "--text", "No number.")).ExitCode, Is.EqualTo(2));
    }
}
