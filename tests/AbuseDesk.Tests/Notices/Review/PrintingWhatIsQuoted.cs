using AbuseDesk.Cases;
using AbuseDesk.Notices.Review;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Review;

/// <summary>A character that no font has would be an empty box in a legal document: it blocks.</summary>
public sealed class PrintingWhatIsQuoted(Engine engine) : NoticeTest(engine)
{
    [Test]
    public async Task A_character_that_cannot_be_printed_blocks_and_is_named_with_its_item()
    {
        await FileAsync("Plain words.", 1);
        // no font has what Unicode leaves unassigned, whatever is installed
        await FileAsync("They wrote \u0378 here.", 2);

        Assert.That(
            () => ForwardAsync(),
            Throws.TypeOf<DeskException>().With.Message.Contains("No font here could print U+0378 in item 2; they belong to no script, so take them out of the excerpt"));
        Assert.That(await CountAsync("outbox"), Is.Zero);
    }

    [Test]
    public async Task What_can_be_printed_is_said_to_be()
    {
        await FileAsync("קחו סכינים", 1);
        var reference = await ForwardAsync();

        Assert.That((await Get<NoticeChecks>().RunAsync(reference)).Checks.Select(check => check.Sentence), Does.Contain("Every character and every picture is printed"));
    }

    private async Task FileAsync(string excerpt, int number)
    {
        var seen = Clock.Now - Duration.FromHours(1);
        await Get<FileReport>().RunAsync(People.Ines, Known.Report($"{number}", seen, "7.4", Severity.High) with
        {
            Excerpt = excerpt,
            Screenshots = [Known.Screenshot(seen, 40 + number)],
        });
    }
}
