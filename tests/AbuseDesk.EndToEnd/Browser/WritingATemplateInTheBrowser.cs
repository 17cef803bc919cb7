using Microsoft.Playwright;

namespace AbuseDesk.EndToEnd.Browser;

/// <summary>Legal edits a template beside its preview: a mistake is shown at its line while typing, and what is published is what notices are made with.</summary>
public sealed class WritingATemplateInTheBrowser : BrowserTest
{
    private const string Address = "/templates/en/receipt?form=text";

    [Test]
    public async Task A_mistake_is_shown_at_its_line_and_the_preview_follows_what_is_typed()
    {
        var page = await SignInAsync("ruth");
        await GoAsync(page, Address);
        var text = await page.InputValueAsync("#text");

        await page.FillAsync("#text", text + "\n\nThank you, {{ reporter.nickname }}.\n");
        await Assertions.Expect(page.Locator("#mistake")).ToContainTextAsync("nickname");
        await Assertions.Expect(page.Locator("#lines li.bad")).ToHaveCountAsync(1);
        await page.FillAsync("#text", text + "\n\nWe thank you for writing to {{ provider.name }}.\n");
        await Assertions.Expect(page.Locator("#mistake")).ToBeHiddenAsync();
        await Assertions.Expect(page.FrameLocator("#frame").Locator("body")).ToContainTextAsync("We thank you for writing to Example Cloud.");
        await page.FillAsync("#note", "Thanks at the end.");
        await page.ClickAsync("text=Publish as version 1");

        await Assertions.Expect(page.Locator(".sub").First).ToContainTextAsync("Version 1 is in use");
        await GoAsync(page, "/templates");
        await Assertions.Expect(page.Locator("tr", new() { HasText = "Receipt" }).Filter(new() { HasText = "English" })).ToContainTextAsync("version 1");
    }

    [Test]
    public async Task An_auditor_reads_and_cannot_publish()
    {
        var page = await SignInAsync("anselm");
        await GoAsync(page, "/templates/de/warning");

        await Assertions.Expect(page.Locator("#text")).Not.ToBeEditableAsync();
        await Assertions.Expect(page.Locator(".publish")).ToHaveCountAsync(0);
    }
}
