using System.Text.Json;

namespace AbuseDesk.EndToEnd.Demo;

/// <summary>The demo, played once per engine by the real process.</summary>
[TestFixture("SQLite")]
[TestFixture("PostgreSQL")]
public abstract class DemoTest(string engine)
{
    private DemoDesk? desk;

    protected string Data => desk!.Data;

    protected JsonElement Document => desk!.Document;

    protected JsonElement Notice => Document.GetProperty("notice");

    [OneTimeSetUp]
    public async Task PlayTheDemo() => desk = await DemoDesk.PlayAsync(engine);

    [OneTimeTearDown]
    public async Task Clear()
    {
        if (desk is not null)
            await desk.DisposeAsync();
    }

    protected Task<Ran> RunAsync(params string[] arguments) => desk!.RunAsync(arguments);
}
