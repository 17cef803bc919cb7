using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AbuseDesk.EndToEnd.Browser;

public sealed partial class FilingInTheBrowser : BrowserTest
{
    private const string Paste =
        """
        async name => {
          const canvas = new OffscreenCanvas(64, 40);
          const pen = canvas.getContext("2d");
          pen.fillStyle = name;
          pen.fillRect(8, 8, 40, 20);
          const clip = new DataTransfer();
          clip.items.add(new File([await canvas.convertToBlob({ type: "image/png" })], "image.png", { type: "image/png" }));
          document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clip, bubbles: true, cancelable: true }));
        }
        """;

    private const string Drop =
        """
        async () => {
          const canvas = new OffscreenCanvas(80, 50);
          canvas.getContext("2d").fillRect(8, 8, 40, 20);
          const carried = new DataTransfer();
          carried.items.add(new File([await canvas.convertToBlob({ type: "image/png" })], "from-the-desktop.png", { type: "image/png" }));
          carried.items.add(new File(["words"], "notes.txt", { type: "text/plain" }));
          const target = document.querySelector("#excerpt");
          const happens = name => target.dispatchEvent(new DragEvent(name, { dataTransfer: carried, bubbles: true, cancelable: true }));
          const kept = !happens("dragover") && document.body.classList.contains("dropping");
          return kept && !happens("drop") && !document.body.classList.contains("dropping");
        }
        """;

    private static string Screenshot =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples", "social-network", "screenshots")).Order(StringComparer.Ordinal).First();

    [Test]
    public async Task A_pasted_screenshot_is_filed_with_the_keyboard_and_stands_on_the_item()
    {
        var page = await SignInAsync("ines");
        await GoAsync(page, "/reports/file");
        await FillAsync(page, "https://perch.example/p/pasted");
        await page.EvaluateAsync(Paste, "teal");
        await page.EvaluateAsync(Paste, "orange");
        await Assertions.Expect(page.Locator("#shots .shot")).ToHaveCountAsync(2);
        await page.Locator("#shots .shot button").First.ClickAsync();
        await Assertions.Expect(page.Locator("#shots .shot")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#shots .shot").First).ToContainTextAsync("64 × 40");
        await Assertions.Expect(page.Locator("#known")).ToContainTextAsync("A-1042");

        await page.Keyboard.PressAsync("Control+Enter");

        await page.WaitForURLAsync(ItemPage());
        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync("is filed as item");
        await Assertions.Expect(page.Locator("#evidence .shot")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#evidence .shot")).ToContainTextAsync("pasted");
        await page.GetByText("File another").ClickAsync();
        await Assertions.Expect(page.Locator("#url")).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("#customer")).ToHaveValueAsync("A-1042");
    }

    [Test]
    public async Task A_screenshot_that_is_dropped_anywhere_is_filed_and_what_is_no_picture_is_left_out()
    {
        var page = await SignInAsync("ines");
        await GoAsync(page, "/reports/file");
        await FillAsync(page, "https://perch.example/p/dropped");

        Assert.That(await page.EvaluateAsync<bool>(Drop), "the browser must not open the file in place of the page");
        await Assertions.Expect(page.Locator("#shots .shot")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#shots .shot")).ToContainTextAsync("from-the-desktop.png, 80 × 50");
        await Assertions.Expect(page.Locator("#shots-refused")).ToContainTextAsync("“notes.txt” is no PNG");
        await page.ClickAsync("#send");

        await page.WaitForURLAsync(ItemPage());
        await Assertions.Expect(page.Locator("#evidence .shot")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#evidence .shot")).ToContainTextAsync("uploaded");
    }

    [Test]
    public async Task A_report_is_filed_where_no_script_runs()
    {
        var page = await SignInAsync("ines", script: false);
        await GoAsync(page, "/reports/file");
        await FillAsync(page, "https://perch.example/p/plain");
        await page.SetInputFilesAsync("#screenshots", Screenshot);

        await page.ClickAsync("#send");

        await page.WaitForURLAsync(ItemPage());
        await Assertions.Expect(page.Locator("#evidence .shot")).ToContainTextAsync("uploaded");
    }

    [Test]
    public async Task What_was_typed_outlives_the_tab_and_ends_with_the_filing()
    {
        var page = await SignInAsync("ines");
        await GoAsync(page, "/reports/file");
        await FillAsync(page, "https://perch.example/p/draft");
        await page.CloseAsync();

        var again = await page.Context.NewPageAsync();
        await GoAsync(again, "/reports/file");
        await Assertions.Expect(again.Locator("#url")).ToHaveValueAsync("https://perch.example/p/draft");
        await Assertions.Expect(again.Locator("input[value=critical]")).ToBeCheckedAsync();
        await Assertions.Expect(again.Locator("#known")).ToContainTextAsync("Perch Social");
        await again.SetInputFilesAsync("#screenshots", Screenshot);
        await again.ClickAsync("#send");
        await again.WaitForURLAsync(ItemPage());
        await GoAsync(again, "/reports/file");

        await Assertions.Expect(again.Locator("#url")).ToHaveValueAsync("");
    }

    [Test]
    public async Task The_list_of_clauses_shrinks_while_words_are_typed_and_follows_the_day()
    {
        var page = await SignInAsync("ines");
        await GoAsync(page, "/reports/file");
        var shown = page.Locator("#clauses .choices label:visible");
        var all = await shown.CountAsync();

        await page.FillAsync("#clause-words", "violence");
        Assert.That(await shown.CountAsync(), Is.GreaterThan(0).And.LessThan(all));
        await page.FillAsync("#clause-words", "nothing like it");
        await Assertions.Expect(page.Locator("#no-clause")).ToBeVisibleAsync();
        await page.FillAsync("#clause-words", "");
        await page.FillAsync("#seen", "2020-11-20T10:00");

        await Assertions.Expect(page.Locator("#clauses legend")).ToContainTextAsync("2019");
    }

    [GeneratedRegex("/cases/C-[0-9-]+/items/[0-9]+$")]
    private static partial Regex ItemPage();

    private static async Task FillAsync(IPage page, string url)
    {
        await page.FillAsync("#url", url);
        await page.Locator("input[name=clause][value='7.4']").CheckAsync();
        await page.Locator("input[name=severity][value=critical]").CheckAsync();
        await page.FillAsync("#excerpt", "They should be afraid to go home.");
    }
}
