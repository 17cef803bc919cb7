using System.Net;

namespace AbuseDesk.EndToEnd.Faults;

/// <summary>PostgreSQL goes away in the middle and comes back: nobody restarts the desk.</summary>
public sealed class RestartingTheDatabase
{
    private const int Reminders = 40;

    [Test]
    public async Task Pages_say_that_the_desk_is_away_and_all_goes_on_once_the_database_is_back()
    {
        using var postgres = new OwnPostgres();
        postgres.Start();
        var outbox = Directory.CreateTempSubdirectory("abusedesk-outbox-").FullName;
        await using var desk = await FlowingDesk.OpenAsync(postgres.ConnectionString, "folder:" + outbox);
        using var node = await DeskNode.StartAsync(desk.Settings);
        using var browser = new DeskBrowser(node.Address);
        await browser.SignInAsync(FlowingDesk.Login, FlowingDesk.Password);
        Assert.That((await LookAsync(browser, "/")).Status, Is.EqualTo(HttpStatusCode.OK));
        await desk.MakeRemindersDueAsync(Reminders);

        postgres.Stop();

        foreach (var page in (string[])["/", "/deadlines", "/sign-in"])
        {
            var away = await LookAsync(browser, page);
            if (page == "/sign-in" && away.Status == HttpStatusCode.OK) continue; // needs no database to be drawn
            Assert.That((page, away.Status), Is.EqualTo((page, HttpStatusCode.ServiceUnavailable)));
            Assert.That(away.Text, Does.Contain("The desk is not available at the moment").And.Not.Contain("Npgsql").And.Not.Contain("127.0.0.1"));
        }

        Assert.That((await LookAsync(browser, "/health")).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        // the workers have gone round without a database, and said so
        for (var wait = 0; wait < 120 && !SaysAway(node); wait++) await Task.Delay(500);
        Assert.That(SaysAway(node), Is.True);
        Assert.That(node.HasEnded, Is.False);
        postgres.Start();

        Assert.That((await LookAsync(browser, "/")).Status, Is.EqualTo(HttpStatusCode.OK), "the same session goes on, from the first page");
        for (var wait = 0; wait < 240 && Directory.GetFiles(outbox, "*.eml").Length < Reminders; wait++) await Task.Delay(500);
        Assert.That(Directory.GetFiles(outbox, "*.eml"), Has.Length.EqualTo(Reminders));
        Assert.That(node.Log.Where(line => line.Contains("ERR]", StringComparison.Ordinal)), Is.Empty);
        Directory.Delete(outbox, recursive: true);
    }

    private static bool SaysAway(DeskNode node) => node.Log.Any(line => line.Contains("The database cannot be reached", StringComparison.Ordinal));

    private static async Task<(HttpStatusCode Status, string Text)> LookAsync(DeskBrowser browser, string page)
    {
        using var answer = await browser.GetAsync(page);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
