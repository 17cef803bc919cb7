using System.Net;
using AbuseDesk.Cases;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;

namespace AbuseDesk.Tests.Web;

public sealed class RedactingOverTheWeb(Engine engine) : WebTest(engine)
{
    private string page = "";
    private string original = "";

    [SetUp]
    public async Task FileAnItem()
    {
        await Known.CustomersAndTermsAsync(Database);
        Clock.Now = At("2020-12-15T18:00:00Z");
        var seen = At("2020-12-14T18:00:00Z");
        var filed = await Get<FileReport>().RunAsync(
            People.Ines, Known.Report("1", seen, "7.4", Severity.Critical) with { Screenshots = [Known.Screenshot(seen, 400)] });
        page = $"/cases/{filed.CaseRef}/items/1/redact";
        original = (await Get<CaseEvidence>().ListAsync(filed.CaseId))[0].Sha256;
    }

    [Test]
    public async Task Boxes_as_numbers_make_a_redacted_picture_without_any_script_and_undoing_it_is_a_form_too()
    {
        using var legal = await SignedInAsync(People.Ruth);

        using var preview = await PostAsync(legal, page + "?handler=Preview", page, Boxes("", ("10", "20", "30", "40"), ("", "", "", "")));
        var shown = await preview.Content.ReadAsStringAsync();
        using var done = await PostAsync(legal, page + "?handler=Picture", page, Boxes("A bystander.", ("10", "20", "30", "40"), ("", "", "", ""), ("1", "2", "3", "4")));
        var kept = (await Get<ItemRedactions>().ListAsync(1)).Single();
        var after = await ReadAsync(legal, page);
        using var undone = await PostAsync(legal, page + "?handler=UndoPicture", page, ("screenshot", original), ("reason", "Consent."));

        Assert.That(shown, Does.Contain("""<rect x="10" y="20" width="30" height="40" />""").Or.Contain("""<rect x="10" y="20" width="30" height="40"/>"""));
        Assert.That((done.StatusCode, undone.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Redirect)));
        Assert.That((kept.Boxes, kept.RedactedBy, kept.OriginalSha256), Is.EqualTo(("10,20,30,40 1,2,3,4", "ruth", original)));
        Assert.That(after, Does.Contain("Notices print it with 2 black boxes").And.Contain("A bystander.").And.Contain($"/evidence/{kept.Sha256}"));
        Assert.That((await Get<ItemRedactions>().ListAsync(1)).Single().UndoneBy, Is.EqualTo("ruth"));
    }

    [Test]
    public async Task A_box_that_is_none_is_one_sentence_beside_the_form_with_what_was_typed()
    {
        using var browser = await SignedInAsync(People.Ines);

        using var outside = await PostAsync(browser, page + "?handler=Picture", page, Boxes("A bystander.", ("390", "0", "30", "40")));
        using var half = await PostAsync(browser, page + "?handler=Preview", page, Boxes("", ("390", "", "30", "40")));
        using var excerpt = await PostAsync(browser, page + "?handler=Excerpt", page, ("excerpt", "Other words […]"), ("reason", "x"));

        Assert.That((int)outside.StatusCode, Is.EqualTo(400));
        Assert.That(await outside.Content.ReadAsStringAsync(), Does.Contain("reaches outside the picture, which is 400 by 120 pixels").And.Contain("A bystander.").And.Contain("value=\"390\""));
        Assert.That(WebUtility.HtmlDecode(await half.Content.ReadAsStringAsync()), Does.Contain("“390,,30,40” is no box"));
        Assert.That(WebUtility.HtmlDecode(await excerpt.Content.ReadAsStringAsync()), Does.Contain("words that the original has not").And.Contain("Other words […]"));
        Assert.That(await Get<ItemRedactions>().ListAsync(1), Is.Empty);
    }

    [Test]
    public async Task The_picture_is_blurred_in_its_bytes_until_it_is_asked_for_and_so_is_the_redacted_one()
    {
        using var browser = await SignedInAsync(People.Ines);
        var before = await ReadAsync(browser, page);
        using var shown = await PostAsync(browser, page.ToLowerInvariant() + "?handler=Show", page, ("screenshot", original));
        var after = await ReadAsync(browser, page);
        using var done = await PostAsync(browser, page + "?handler=Picture", page, Boxes("x", ("10", "20", "30", "40")));
        var redacted = (await Get<ItemRedactions>().ListAsync(1)).Single().Sha256!;

        Assert.That(before, Does.Contain($"""href="/evidence/{original}/thumb?w=640" """.TrimEnd()).And.Not.Contain($"href=\"/evidence/{original}\""));
        Assert.That(after, Does.Contain($"href=\"/evidence/{original}\""));
        var use = await Get<ScreenshotCases>().FindAsync(redacted);
        Assert.That((use.Grave, use.Cases.Single()), Is.EqualTo((true, "C-2020-0001")));
    }

    [Test]
    public async Task An_auditor_sees_the_page_and_is_refused_and_an_unknown_picture_is_not_found()
    {
        using var auditor = await SignedInAsync(People.Auditor);

        using var refused = await PostAsync(auditor, page + "?handler=Picture", page, Boxes("x", ("1", "1", "3", "4")));
        using var unknown = await auditor.GetAsync(new Uri($"{page}?screenshot={new string('0', 64)}", UriKind.Relative));

        Assert.That((refused.StatusCode, unknown.StatusCode), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.NotFound)));
        Assert.That(await ReadAsync(auditor, page), Does.Not.Contain("Redact the screenshot"));
    }

    private (string, string)[] Boxes(string reason, params (string X, string Y, string W, string H)[] boxes) =>
        [("screenshot", original), ("reason", reason), .. boxes.SelectMany(box => new[] { ("x", box.X), ("y", box.Y), ("w", box.W), ("h", box.H) })];
}
