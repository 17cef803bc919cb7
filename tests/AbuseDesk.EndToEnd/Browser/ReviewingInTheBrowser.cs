using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AbuseDesk.EndToEnd.Browser;

/// <summary>A suspension from its draft to the outbox, by three people in the browser.</summary>
public sealed partial class ReviewingInTheBrowser : BrowserTest
{
    private const string Case = "C-2021-0001";

    [Test]
    public async Task A_suspension_is_drafted_returned_redrafted_approved_and_sent_by_two_people()
    {
        var ines = await SignInAsync("ines");
        await ForwardAsync(ines);
        var notice = await DraftSuspensionAsync(ines);
        await ActAsync(ines, "Submit", "The notice is with its reviewer.");

        var ruth = await SignInAsync("ruth");
        await GoAsync(ruth, "/review");
        await Assertions.Expect(ruth.Locator("tbody").Filter(new() { HasText = "For you to decide" })).ToContainTextAsync(notice);
        await GoAsync(ruth, $"/notices/{notice}");
        await Assertions.Expect(ruth.Locator(".docket")).ToContainTextAsync("You decide by");
        await ruth.Keyboard.PressAsync("r");
        await ruth.Keyboard.TypeAsync("Give them a week more.");
        await ruth.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(ruth.Locator(".done")).ToContainTextAsync("returned");

        await GoAsync(ines, $"/notices/{notice}");
        await Assertions.Expect(ines.Locator(".talk .open")).ToContainTextAsync("Give them a week more.");
        await ines.FillAsync("#redraft-effective", "2021-02-27T23:59");
        await ines.ClickAsync("text=Compile version 2");
        await Assertions.Expect(ines.Locator(".docket")).ToContainTextAsync("Sat 27 Feb, 23:59 PST");
        await ActAsync(ines, "Submit", "The notice is with its reviewer.");

        await NobodyElseActsAsync(notice);

        await GoAsync(ruth, $"/notices/{notice}");
        await Assertions.Expect(ruth.Locator(".passages ins").First).ToHaveTextAsync("27");
        await ruth.Keyboard.PressAsync("a");
        await Assertions.Expect(ruth.Locator("[data-act=Approve]")).ToBeFocusedAsync();
        await ruth.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ruth.Locator(".done")).ToContainTextAsync("approved");

        await GoAsync(ines, $"/notices/{notice}");
        await ActAsync(ines, "Send", "The notice is in the outbox");
        await Assertions.Expect(ines.Locator(".docket")).ToContainTextAsync("approved by Ruth");
        await GoAsync(ines, "/deadlines");
        await Assertions.Expect(ines.Locator(".dues")).ToContainTextAsync("The suspension takes effect");
    }

    [Test]
    public async Task The_notice_is_shown_as_PDF_as_mail_and_as_text()
    {
        var notice = DeskServer.Demo.GetProperty("notice").GetProperty("ref").GetString()!;
        var page = await SignInAsync("ruth");

        await GoAsync(page, $"/notices/{notice}");
        await Assertions.Expect(page.Locator("iframe.pdf")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".veil")).ToContainTextAsync("81 screenshots of grave content");
        var pdf = await page.RunAndWaitForResponseAsync(() => page.ClickAsync("text=Show for 10 minutes"), answer => answer.Url.Contains("/pdf?version=2", StringComparison.Ordinal));
        Assert.That((pdf.Status, pdf.Headers["content-type"]), Is.EqualTo((200, "application/pdf")));

        await page.ClickAsync(".forms >> text=Mail");
        await Assertions.Expect(page.FrameLocator("iframe").Locator("body")).ToContainTextAsync("Notice of suspension");
        await page.ClickAsync(".forms >> text=Text");
        await Assertions.Expect(page.Locator(".mailtext")).ToContainTextAsync("61 of 98");
        await page.ClickAsync(".versions >> text=Version 1");
        await Assertions.Expect(page.Locator(".older")).ToContainTextAsync("You look at version 1");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_paragraph_is_commented_on_answered_and_resolved_in_the_text_with_and_without_script(bool script)
    {
        var ines = await SignInAsync("ines", script: script);
        await GoAsync(ines, "/cases/C-2020-0001/notices/draft?kind=warning");
        await ines.ClickAsync("text=Draft the warning");
        await ines.WaitForURLAsync(NoticePage());
        var notice = ines.Url.Split('/')[^1];
        var ruth = await SignInAsync("ruth", script: script);
        await GoAsync(ruth, $"/notices/{notice}?form=text");
        await ruth.Locator(".para").Nth(5).Locator("a.num").ClickAsync();
        await ruth.FillAsync("#said", "Say in which zone.");
        await ruth.ClickAsync("#say-on button");
        await Assertions.Expect(ruth.Locator(".para.said .pin")).ToHaveTextAsync(new Regex("1$"));

        await GoAsync(ines, $"/notices/{notice}");
        await Assertions.Expect(ines.Locator("#comment-1")).ToContainTextAsync("Say in which zone.");
        await Assertions.Expect(ines.Locator("#why")).ToContainTextAsync("1 open comment");
        await ines.ClickAsync("#comment-1 summary");
        await ines.FillAsync("#said-1", "Pacific, as all of them.");
        await ines.ClickAsync("#comment-1 button >> text=Answer");
        await Assertions.Expect(ines.Locator("#comment-1")).ToContainTextAsync("Pacific, as all of them.");

        await GoAsync(ruth, $"/notices/{notice}");
        await ruth.ClickAsync("#comment-1 summary");
        await ruth.ClickAsync("#comment-1 button >> text=Resolve");
        await Assertions.Expect(ruth.Locator("#comments h2")).ToContainTextAsync("0 open, 1 resolved");
    }

    [Test]
    public async Task A_form_that_cannot_be_drafted_says_why_beside_its_field_and_keeps_the_rest()
    {
        var page = await SignInAsync("ines", script: false);
        Tolerate("status of 400");
        await GoAsync(page, "/cases/C-2020-0001/notices/draft?kind=suspension");
        await page.CheckAsync("input[value=immediate]");
        await page.FillAsync("#effective", "2021-03-14T02:30");
        await page.FillAsync("#preserve", "2021-04-14T12:00");

        await page.ClickAsync("text=Draft the suspension notice");

        await Assertions.Expect(page.Locator("#at-effective .err")).ToContainTextAsync("does not exist in America/Los_Angeles");
        await Assertions.Expect(page.Locator("#preserve")).ToHaveValueAsync("2021-04-14T12:00");
        await Assertions.Expect(page.Locator("input[value=immediate]")).ToBeCheckedAsync();
    }

    [TestCase("/cases/C-2020-0001/check", "Record the checks")]
    [TestCase("/cases/C-2020-0001/notices/draft?kind=warning", "Draft the warning")]
    public async Task The_act_of_a_form_is_in_sight_before_anything_is_ticked(string path, string act)
    {
        var ines = await SignInAsync("ines");
        await GoAsync(ines, path);

        await Assertions.Expect(ines.GetByRole(AriaRole.Button, new() { Name = act })).ToBeVisibleAsync();
    }

    private static async Task ForwardAsync(IPage page)
    {
        await GoAsync(page, $"/cases/{Case}/notices/draft?kind=forwarding");
        await page.ClickAsync("text=Draft the forwarding");
        await ActAsync(page, "Send", "The notice is in the outbox");
        await GoAsync(page, $"/cases/{Case}/check");
        await page.FillAsync("#numbers", "1-3");
        await page.ClickAsync("text=Record the checks");
        await page.WaitForURLAsync(new Regex("#items$"));
    }

    private static async Task<string> DraftSuspensionAsync(IPage page)
    {
        await GoAsync(page, $"/cases/{Case}/notices/draft?kind=suspension");
        await page.CheckAsync("input[value=cure]");
        await page.FillAsync("#effective", "2021-02-20T23:59");
        await page.FillAsync("#preserve", "2021-03-20T23:59");
        await page.ClickAsync("text=Draft the suspension notice");
        await page.WaitForURLAsync(NoticePage());
        return page.Url.Split('/')[^1];
    }

    private static async Task ActAsync(IPage page, string act, string done)
    {
        await page.ClickAsync($"[data-act={act}]");
        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync(done);
    }

    private async Task NobodyElseActsAsync(string notice)
    {
        var page = await SignInAsync("anselm");
        await GoAsync(page, $"/notices/{notice}");
        await Assertions.Expect(page.Locator("#acts button:not([aria-disabled])")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#why")).ToContainTextAsync("Approval is Ruth’s.");
        var form = page.APIRequest.CreateFormData();
        form.Append("__RequestVerificationToken", await page.Locator("#acts input[name=__RequestVerificationToken]").InputValueAsync());
        form.Append("seen", "2");

        var answer = await page.APIRequest.PostAsync($"{DeskServer.Address}/notices/{notice}?handler=Approve", new() { Form = form });

        Assert.That(answer.Status, Is.EqualTo(403));
    }

    [GeneratedRegex("/notices/N-[0-9-]+$")]
    private static partial Regex NoticePage();
}
