using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AbuseDesk.EndToEnd.Browser;

public sealed class LookingAtThePages : BrowserTest
{
    private static string[] Pages =>
    [
        "/", "/cases/C-2020-0001", "/cases/C-2020-0001/items/1", "/reports/file", "/reports/file?case=C-2020-0001&url=perch.example",
        "/review", "/deadlines", "/notices/" + Notice, $"/notices/{Notice}?form=text", $"/notices/{Notice}?version=1&form=mail",
        "/cases/C-2020-0001/notices/draft?kind=suspension", "/cases/C-2020-0001/notices/draft?kind=forwarding", "/cases/C-2020-0001/check",
        "/cases/C-2020-0001/items/2/redact", "/me", "/me/second-factor", "/verify",
    ];

    private static string[] PagesOfLegal => ["/templates", "/templates/en/suspension", "/templates/de/warning?form=text"];

    private static string Notice => DeskServer.Demo.GetProperty("notice").GetProperty("ref").GetString()!;

    [Test]
    public async Task No_page_keeps_somebody_out([Values(ColorScheme.Light, ColorScheme.Dark)] ColorScheme scheme, [Values] bool legal)
    {
        var page = await SignInAsync(legal ? "ruth" : "ines", scheme: scheme);
        foreach (var path in legal ? PagesOfLegal : Pages)
        {
            await GoAsync(page, path);
            // axe waits for an answer from every frame: the browser's PDF viewer and the mail, where no script runs, give none
            await page.EvaluateAsync("document.querySelectorAll('iframe').forEach(frame => { frame.removeAttribute('sandbox'); frame.src = 'about:blank'; })");
            var found = (await page.RunAxe()).Violations
                .Where(violation => violation.Impact is "serious" or "critical")
                .Select(violation => $"{path}: {violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}");
            Assert.That(found, Is.Empty);
        }
    }

    [Test]
    public async Task No_page_is_wider_than_a_telephone([Values] bool legal)
    {
        var page = await SignInAsync(legal ? "ruth" : "ines", width: 390);
        foreach (var path in legal ? PagesOfLegal : Pages)
        {
            await GoAsync(page, path);
            Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(390), path);
        }
    }

    [Test]
    public async Task Legal_finds_the_notice_that_was_sent()
    {
        var page = await SignInAsync("ruth");
        await GoAsync(page, "/review");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("review", new() { IgnoreCase = true });

        await GoAsync(page, "/notices/" + Notice);

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Notice);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Sent");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(DeskServer.Demo.GetProperty("notice").GetProperty("sha256").GetString()![..8]);
    }
}
