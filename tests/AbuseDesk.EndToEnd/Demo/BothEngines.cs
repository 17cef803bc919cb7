using System.Text.Json;
using System.Text.RegularExpressions;

namespace AbuseDesk.EndToEnd.Demo;

public sealed partial class BothEngines
{
    [Test]
    public async Task Both_engines_give_the_same_figures_and_the_same_notice()
    {
        await using var server = await DemoDesk.PlayAsync("PostgreSQL");
        await using var embedded = await DemoDesk.PlayAsync("SQLite");

        Assert.That(Figures(server.Document), Is.EqualTo(Figures(embedded.Document)));
        Assert.That(Words(server.Document), Is.EqualTo(Words(embedded.Document)));
    }

    private static List<string> Figures(JsonElement document) =>
    [
        .. new[] { "items", "removed", "stillUp" }.Select(name => document.GetProperty(name).GetRawText()),
        document.GetProperty("notice").GetProperty("pages").GetRawText(),
        document.GetProperty("journal").GetRawText(),
        .. document.GetProperty("deadlines").EnumerateArray().Select(one => $"{one.GetProperty("rule")} {one.GetProperty("dueUtc")} {one.GetProperty("reminders")}").Order(),
        .. document.GetProperty("mail").EnumerateArray().Select(one => $"{one.GetProperty("kind")} {one.GetProperty("to")} {one.GetProperty("subject")}").Order(),
    ];

    // the code of a notice is drawn by chance, and with it the hash of each notice that stands among the documents of Annex B
    private static IReadOnlyList<string> Words(JsonElement document) =>
    [
        .. NoticeText.Pages(document.GetProperty("notice").GetProperty("pdf").GetString()!)
            .Select(page => Code().Replace(page, "CODE"))
            .Select(page => page.StartsWith("Annex B", StringComparison.Ordinal) ? Hash().Replace(page, "HASH") : page),
    ];

    [GeneratedRegex("[0-9A-Z]{4}-[0-9A-Z]{4}(?=\\.)")]
    private static partial Regex Code();

    [GeneratedRegex("\\b[0-9a-f]{8,64}\\b")]
    private static partial Regex Hash();
}
