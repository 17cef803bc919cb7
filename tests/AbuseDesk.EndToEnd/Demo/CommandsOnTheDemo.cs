using System.Text.Json;

namespace AbuseDesk.EndToEnd.Demo;

public sealed class CommandsOnTheDemo(string engine) : DemoTest(engine)
{
    [Test]
    public async Task The_journal_and_every_file_of_evidence_verify()
    {
        var journal = await SayAsync("journal", "verify");
        var evidence = await SayAsync("evidence", "verify");

        Assert.That(journal.GetProperty("intact").GetBoolean(), Is.True);
        Assert.That(evidence.GetProperty("intact").GetBoolean(), Is.True);
        Assert.That(evidence.GetProperty("files").GetInt32(), Is.GreaterThanOrEqualTo(98));
    }

    [Test]
    public async Task Reminders_of_the_preservation_are_planned_once()
    {
        string[] sweep = ["deadlines", "remind", "--at", "2021-02-08T08:00:00Z"];
        var first = await SayAsync(sweep);
        var second = await SayAsync(sweep);

        Assert.That(first.GetProperty("planned").GetInt32(), Is.GreaterThan(0));
        Assert.That(second.GetProperty("planned").GetInt32(), Is.Zero);
    }

    private async Task<JsonElement> SayAsync(params string[] command)
    {
        var ran = await RunAsync([.. command, "--json"]);
        Assert.That(ran.ExitCode, Is.Zero, ran.Error);
        return JsonDocument.Parse(ran.Output).RootElement;
    }
}
