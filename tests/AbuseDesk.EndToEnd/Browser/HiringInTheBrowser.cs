using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AbuseDesk.EndToEnd.Browser;

/// <summary>An admin adds a person, who signs in with the password that was made and chooses their own.</summary>
public sealed partial class HiringInTheBrowser : BrowserTest
{
    private const string Own = "a sentence of my own";

    [Test]
    public async Task A_person_is_added_signs_in_with_the_password_made_for_them_and_changes_it()
    {
        var admin = await SignInAsync("petra");
        await admin.ClickAsync(".rail .go >> text=Staff");
        await admin.FillAsync("#login", "nora");
        await admin.FillAsync("#name", "Nora Falk");
        await admin.FillAsync("#title", "Abuse Desk");
        await admin.FillAsync("#email", "nora@cloud.example");
        await admin.FillAsync("#zone", "Europe/Oslo");
        await admin.CheckAsync("input[value=agent]");
        await admin.ClickAsync("text=Add the person");
        var made = await admin.Locator("#secret").InnerTextAsync();

        var nora = await SignInAsync("nora", made);
        await GoAsync(nora, "/me");
        await Assertions.Expect(nora.Locator("main")).ToContainTextAsync("Europe/Oslo");
        await nora.FillAsync("#old", made);
        await nora.FillAsync("#wanted", Own);
        await nora.FillAsync("#again", Own);
        await nora.ClickAsync("text=Change the password");
        await Assertions.Expect(nora.Locator(".done")).ToContainTextAsync("Your password is changed");

        await SignInAsync("nora", Own);
        await GoAsync(admin, "/users");
        await admin.ClickAsync("text=Nora Falk");
        await admin.ClickAsync("text=Disable Nora Falk");
        await Assertions.Expect(admin.Locator(".done")).ToContainTextAsync("Nora Falk is disabled");
        await GoAsync(nora, "/");
        await Assertions.Expect(nora).ToHaveURLAsync(SignInPage());
    }

    [Test]
    public async Task A_reader_verifies_a_notice_without_signing_in_and_without_script()
    {
        var reader = await OpenAsync(script: false);
        await GoAsync(reader, "/verify");
        await reader.FillAsync("#code", "0000-0000");
        Tolerate("status of 400");
        await reader.ClickAsync("text=Look up the code");
        await Assertions.Expect(reader.Locator("#code-wrong")).ToContainTextAsync("No code holds the sign 0");

        await reader.SetInputFilesAsync("#file", await SentPdfAsync());
        await reader.ClickAsync("text=Check the file");

        await Assertions.Expect(reader.Locator(".answer")).ToContainTextAsync("Genuine: exactly this file was sent");
        await Assertions.Expect(reader.Locator(".answer")).ToContainTextAsync(Notice);
    }

    [Test]
    public async Task Nothing_keeps_somebody_out_of_these_pages_and_none_is_wider_than_a_telephone([Values(ColorScheme.Light, ColorScheme.Dark)] ColorScheme scheme)
    {
        foreach (var width in new[] { 1440, 390 })
        {
            var page = await SignInAsync("petra", width, scheme);
            foreach (var path in new[] { "/users", "/users/ines", "/me", "/verify" })
                await LookAsync(page, path, width);
            await LookAsync(await OpenAsync(width, scheme), "/verify", width);
        }
    }

    private static string Notice => DeskServer.Demo.GetProperty("notice").GetProperty("ref").GetString()!;

    private static async Task LookAsync(IPage page, string path, int width)
    {
        await GoAsync(page, path);
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width), path);
        var found = (await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}");
        Assert.That(found, Is.Empty, path);
    }

    private async Task<FilePayload> SentPdfAsync()
    {
        var ruth = await SignInAsync("ruth");
        var pdf = await ruth.APIRequest.GetAsync($"{DeskServer.Address}/notices/{Notice}/pdf?version=2");
        return new FilePayload { Name = "notice.pdf", MimeType = "application/pdf", Buffer = await pdf.BodyAsync() };
    }

    [GeneratedRegex("/sign-in")]
    private static partial Regex SignInPage();
}
