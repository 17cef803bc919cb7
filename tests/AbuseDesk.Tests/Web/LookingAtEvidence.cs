using System.Net;
using AbuseDesk.Cases;
using AbuseDesk.Journal;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;
using SkiaSharp;

namespace AbuseDesk.Tests.Web;

public sealed class LookingAtEvidence(Engine engine) : WebTest(engine)
{
    private string caseRef = "";
    private string grave = "";
    private string light = "";

    [SetUp]
    public async Task FileTwoItems()
    {
        await Known.CustomersAndTermsAsync(Database);
        Clock.Now = At("2020-12-15T18:00:00Z");
        var seen = At("2020-12-14T18:00:00Z");
        await FileAsync("1", Severity.Critical, 400);
        var filed = await FileAsync("2", Severity.Low, 401);
        caseRef = filed.CaseRef;
        var evidence = await Get<CaseEvidence>().ListAsync(filed.CaseId);
        (grave, light) = (evidence[0].Sha256, evidence[1].Sha256);

        Task<FiledReport> FileAsync(string path, Severity severity, int width) => Get<FileReport>().RunAsync(
            People.Ines, Known.Report(path, seen, "7.4", severity) with { Screenshots = [Known.Screenshot(seen, width)] });
    }

    [Test]
    public async Task Whoever_fetches_a_clear_picture_is_in_the_journal_once_an_hour()
    {
        using var auditor = await SignedInAsync(People.Auditor);
        using var ines = await SignedInAsync(People.Ines);

        await BytesAsync(auditor, $"/evidence/{grave}");
        await BytesAsync(auditor, $"/evidence/{grave}");
        await BytesAsync(ines, $"/evidence/{grave}");
        Assert.That(await ViewsAsync(), Is.EqualTo(new[] { ("auditor", "looked at a screenshot of item 1"), ("ines", "looked at a screenshot of item 1") }));

        Clock.Now += Duration.FromMinutes(61);
        await BytesAsync(auditor, $"/evidence/{grave}");

        Assert.That(await ViewsAsync(), Has.Exactly(3).Items);
        Assert.That((await Get<VerifyJournal>().RunAsync()).Intact);
    }

    [Test]
    public async Task A_browser_that_has_the_picture_still_asks_so_that_the_look_is_written_down()
    {
        using var browser = await SignedInAsync(People.Ines);
        await BytesAsync(browser, $"/evidence/{light}");
        Clock.Now += Duration.FromMinutes(61);

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/evidence/{light}", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("If-None-Match", $"\"{light}\"");
        using var answer = await browser.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(await ViewsAsync(), Has.Exactly(2).Items);
    }

    [Test]
    public async Task A_small_picture_of_grave_content_is_blurred_in_its_bytes_until_it_is_shown()
    {
        using var browser = await SignedInAsync(People.Ines);

        var blurred = await BytesAsync(browser, $"/evidence/{grave}/thumb?w=320");
        var asked = await BytesAsync(browser, $"/evidence/{grave}/thumb?w=320&clear=true");
        using var shown = await PostAsync(browser, $"/cases/{caseRef}?handler=Show", $"/cases/{caseRef}");
        var page = await ReadAsync(browser, $"/cases/{caseRef}");
        var clear = await BytesAsync(browser, $"/evidence/{grave}/thumb?w=320&clear=true");
        Clock.Now += Duration.FromMinutes(11);
        var after = await BytesAsync(browser, $"/evidence/{grave}/thumb?w=320&clear=true");

        Assert.That(page, Does.Contain($"/evidence/{grave}/thumb?w=320&clear=true"));
        Assert.That(asked, Is.EqualTo(blurred));
        Assert.That(after, Is.EqualTo(blurred));
        Assert.That(Roughness(blurred), Is.LessThan(Roughness(clear) / 5));
        Assert.That(Size(blurred), Is.EqualTo(Size(clear)));
        Assert.That(Roughness(await BytesAsync(browser, $"/evidence/{light}/thumb?w=320")), Is.GreaterThan(Roughness(blurred) * 5), "content of low severity is not blurred");
    }

    private static async Task<byte[]> BytesAsync(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<IEnumerable<(string, string)>> ViewsAsync() =>
        (await Get<CaseTimeline>().ListAsync(caseRef)).Where(entry => entry.Act == "screenshot-viewed").Reverse().Select(entry => (entry.Actor, entry.Summary));

    private static int Size(byte[] jpeg)
    {
        using var picture = SKBitmap.Decode(jpeg);
        return picture.Width * 1000 + picture.Height;
    }

    /// <summary>How much neighbouring pixels differ, on the average.</summary>
    private static double Roughness(byte[] jpeg)
    {
        using var picture = SKBitmap.Decode(jpeg);
        var sum = 0.0;
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 1; x < picture.Width; x++) sum += Math.Abs(picture.GetPixel(x, y).Green - picture.GetPixel(x - 1, y).Green);
        }

        return sum / (picture.Width * picture.Height);
    }
}
