using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AbuseDesk.EndToEnd.Browser;

/// <summary>Boxes drawn over a screenshot under the strict content policy, with the mouse and with the keyboard.</summary>
public sealed class RedactingInTheBrowser : BrowserTest
{
    private const string Address = "/cases/C-2020-0001/items/2/redact";

    [Test]
    public async Task A_box_is_drawn_with_the_mouse_moved_with_the_keys_and_becomes_the_redacted_picture()
    {
        var page = await SignInAsync("ruth");
        await GoAsync(page, Address);
        await page.ClickAsync("text=Show for 10 minutes");
        await Assertions.Expect(page.Locator("svg.redacting")).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("blur"));
        await page.Locator("svg.redacting").ScrollIntoViewIfNeededAsync();
        var picture = (await page.Locator("svg.redacting").BoundingBoxAsync())!;

        await page.Mouse.MoveAsync(picture.X + 100, picture.Y + 60);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(picture.X + 300, picture.Y + 120, new() { Steps = 4 });
        await page.Mouse.UpAsync();
        await Assertions.Expect(page.Locator("svg.redacting rect")).ToHaveCountAsync(1);
        var drawn = await NumbersAsync(page);
        await page.Keyboard.PressAsync("Control+ArrowRight");
        await page.Keyboard.PressAsync("Control+Shift+ArrowDown");
        var moved = await NumbersAsync(page);
        await page.ClickAsync("#add-box");
        await Assertions.Expect(page.Locator("svg.redacting rect")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(page.Locator("svg.redacting rect")).ToHaveCountAsync(1);
        await page.ClickAsync("#preview");
        await Assertions.Expect(page.Locator("svg.redacting.result")).ToHaveCountAsync(1);
        Assert.That((await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => violation.Id), Is.Empty);
        await page.FillAsync("#picture-reason", "A bystander.");
        await page.ClickAsync("text=Redact the screenshot");

        Assert.That(moved, Is.EqualTo(new[] { drawn[0] + 1, drawn[1], drawn[2], drawn[3] + 1 }));
        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync("The screenshot is redacted");
        await Assertions.Expect(page.Locator("#evidence")).ToContainTextAsync("Notices print it redacted.");
    }

    private static async Task<int[]> NumbersAsync(IPage page) => await page.EvaluateAsync<int[]>(
        "['x', 'y', 'w', 'h'].map(name => Number(document.querySelector(`#boxes li [name=${name}]`).value))");
}
