namespace AbuseDesk.Tests.Cli;

public sealed class VerifyingAFile : CliTest
{
    [Test]
    public async Task The_file_of_a_notice_is_told_from_its_draft_and_from_a_changed_one()
    {
        await OpenADeskAsync();
        await FileAsync("https://perch.example/p/1");
        var caseRef = (await DoAsync("ines", "cases", "list", "--json")).Json.GetProperty("cases")[0].GetProperty("ref").GetString()!;
        await DoAsync("ines", "notices", "draft", "--case", caseRef, "--kind", "forwarding", "--act-by", InTwoDays());
        var reference = (await DoAsync("ines", "notices", "list", "--case", caseRef, "--json")).Json.GetProperty("notices")[0].GetProperty("ref").GetString()!;
        var pdf = Path.Combine(Data, "notice.pdf");
        await DoAsync("ines", "notices", "pdf", reference, "--out", pdf);

        var draft = await RunAsync("notices", "verify", pdf);
        Assert.That((draft.ExitCode, draft.Output), Is.EqualTo((1, "")));
        Assert.That(draft.Error, Does.StartWith($"This is version 1 of {reference}, a draft that was not sent."));

        await DoAsync("ines", "notices", "send", reference);
        var sent = await RunAsync("notices", "verify", pdf);
        Assert.That((sent.ExitCode, sent.Error), Is.EqualTo((0, "")));
        Assert.That(sent.Output, Does.StartWith($"This is {reference}, version 1, exactly as it was sent.").And.Contain("by Ines Example (ines)").And.Contain("not needed for this kind"));

        await File.AppendAllTextAsync(pdf, " ");
        var changed = await RunAsync("notices", "verify", pdf, "--json");
        Assert.That((changed.ExitCode, changed.Json.GetProperty("verdict").GetString()), Is.EqualTo((1, "not-known")));
    }

    [Test]
    public async Task A_desk_that_says_where_readers_reach_it_prints_a_code_that_leads_to_the_answer()
    {
        Environment.SetEnvironmentVariable(PublicAddress.Setting, "https://abuse.cloud.example/");
        try
        {
            await OpenADeskAsync();
            await FileAsync("https://perch.example/p/1");
            var caseRef = (await DoAsync("ines", "cases", "list", "--json")).Json.GetProperty("cases")[0].GetProperty("ref").GetString()!;
            await DoAsync("ines", "notices", "draft", "--case", caseRef, "--kind", "forwarding", "--act-by", InTwoDays());
            var notice = (await DoAsync("ines", "notices", "list", "--case", caseRef, "--json")).Json.GetProperty("notices")[0].GetProperty("ref").GetString()!;
            var pdf = Path.Combine(Data, "notice.pdf");
            await DoAsync("ines", "notices", "pdf", notice, "--out", pdf);
            var code = (await DoAsync("ines", "notices", "show", notice, "--json")).Json.GetProperty("notice").GetProperty("verificationCode").GetString();

            using var document = UglyToad.PdfPig.PdfDocument.Open(pdf);
            Assert.That(document.GetPages().SelectMany(page => page.GetHyperlinks()).Select(link => link.Uri), Has.One.EqualTo($"https://abuse.cloud.example/verify?code={code}"));
        }
        finally
        {
            Environment.SetEnvironmentVariable(PublicAddress.Setting, null);
        }
    }

    private static string InTwoDays() =>
        TimeProvider.System.GetUtcNow().AddDays(2).ToString("yyyy-MM-dd'T'12:00", System.Globalization.CultureInfo.InvariantCulture);
}
