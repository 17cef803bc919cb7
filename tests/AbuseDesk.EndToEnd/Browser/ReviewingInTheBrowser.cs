using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AbuseDesk.EndToEnd.Browser;

public sealed partial class ReviewingInTheBrowser : BrowserTest
{
    [Test]
    public async Task A_notice_is_drafted_returned_compiled_again_approved_and_sent_by_two_people()
    {
        var ines = await SignInAsync("ines");
        var ruth = await SignInAsync("ruth");
        await GoAsync(ines, "/notices/draft?case=C-2020-0001&kind=suspension&path=immediate");
        await ines.FillAsync("#effective", "2021-01-20T23:59");
        await ines.FillAsync("#preserve", "2021-02-20T23:59");
        await PressAsync(ines, "Draft the suspension notice");
        await ines.WaitForURLAsync(NoticePage());
        var address = ines.Url;

        await PressAsync(ines, "Submit to ruth");
        await ExpectStateAsync(ines, "In review");
        await ruth.GotoAsync(address);
        await ruth.FillAsync("#comment", "Name the hour in Paris.");
        await PressAsync(ruth, "Return to ines");
        await ExpectStateAsync(ruth, "Returned");

        await ines.GotoAsync(address);
        await Assertions.Expect(ines.Locator(".talk")).ToContainTextAsync("Name the hour in Paris.");
        await PressAsync(ines, "Compile again");
        await PressAsync(ines, "Submit to ruth");
        await ruth.GotoAsync(address);
        await PressAsync(ruth, "Approve version 2");
        await ExpectStateAsync(ruth, "Approved");

        await ines.GotoAsync(address);
        await PressAsync(ines, "Send to legal@perch.example");
        await ExpectStateAsync(ines, "Sent");
    }

    [TestCase("/cases/C-2020-0001/check", "Record the checks")]
    [TestCase("/notices/draft?case=C-2020-0001&kind=warning", "Draft the warning")]
    public async Task The_act_of_a_form_is_in_sight_before_anything_is_ticked(string path, string act)
    {
        var ines = await SignInAsync("ines");
        await GoAsync(ines, path);

        await Assertions.Expect(ines.GetByRole(AriaRole.Button, new() { Name = act })).ToBeVisibleAsync();
    }

    [Test]
    public async Task An_auditor_is_offered_no_act_on_a_notice()
    {
        var anselm = await SignInAsync("anselm");
        await GoAsync(anselm, "/notices/N-2021-0003");

        await Assertions.Expect(anselm.Locator("h1")).ToContainTextAsync("N-2021-0003");
        await Assertions.Expect(anselm.Locator(".judge button")).ToHaveCountAsync(0);
    }

    private static Task PressAsync(IPage page, string act) => page.GetByRole(AriaRole.Button, new() { Name = act }).ClickAsync();

    private static Task ExpectStateAsync(IPage page, string state) =>
        Assertions.Expect(page.Locator(".docket dd").First).ToHaveTextAsync(state);

    [GeneratedRegex(@"/notices/N-\d{4}-\d{4}$")]
    private static partial Regex NoticePage();
}
