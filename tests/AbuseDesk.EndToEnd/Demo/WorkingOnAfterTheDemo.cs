using System.Text.Json;

namespace AbuseDesk.EndToEnd.Demo;

/// <summary>The desk that a demo leaves is a desk like any other: commands go on with it, in the time of its story.</summary>
public sealed class WorkingOnAfterTheDemo(string engine) : DemoTest(engine)
{
    [Test]
    public async Task Every_hash_of_the_record_holds()
    {
        var journal = await RunAsync("journal", "verify", "--json");
        var evidence = await RunAsync("evidence", "verify", "--json");
        var doctor = await RunAsync("doctor");

        Assert.That((journal.ExitCode, evidence.ExitCode, doctor.ExitCode), Is.EqualTo((0, 0, 0)), journal.Error + evidence.Error + doctor.Output);
        Assert.That(Parsed(journal).GetProperty("intact").GetBoolean(), Is.True);
        Assert.That(Parsed(evidence).GetProperty("files").GetInt64(), Is.GreaterThan(98));
    }

    [Test]
    public async Task A_sweep_before_the_preservation_ends_reminds_once()
    {
        var first = Parsed(await RunAsync("deadlines", "remind", "--at", "2021-02-10T12:00:00Z", "--json"));
        var again = Parsed(await RunAsync("deadlines", "remind", "--at", "2021-02-10T12:00:00Z", "--json"));
        var delivered = Parsed(await RunAsync("mail", "deliver", "--json"));

        Assert.That(first.GetProperty("planned").GetInt32(), Is.GreaterThan(0));
        Assert.That(again.GetProperty("planned").GetInt32(), Is.Zero);
        Assert.That(delivered.GetProperty("sent").GetInt32(), Is.EqualTo(first.GetProperty("planned").GetInt32()));
    }

    [Test]
    public async Task Commands_over_the_demo_live_in_its_time()
    {
        var listed = Parsed(await RunAsync("suspensions", "list", "--json")).GetProperty("suspensions")[0];
        var closed = await RunAsync("cases", "assign", "C-2021-0001", "--to", "tomas", "--as", "maren");
        var timeline = Parsed(await RunAsync("cases", "show", "C-2021-0001", "--json")).GetProperty("timeline")[0];

        Assert.That((Text(listed, "status"), Text(listed, "tookEffectAt")), Is.EqualTo(("in-effect", "2021-01-11T07:59:00Z")));
        Assert.That(closed.ExitCode, Is.Zero, closed.Error);
        Assert.That(Text(timeline, "at"), Does.StartWith("2021-01-11T"));
    }

    private static JsonElement Parsed(Ran ran) => JsonDocument.Parse(ran.Output).RootElement;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
