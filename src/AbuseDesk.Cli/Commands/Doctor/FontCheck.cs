using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Pdf;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Doctor;

/// <summary>Draws one page: fonts are there, the drawing library runs on this machine; and says which scripts it cannot print.</summary>
internal static class FontCheck
{
    public static Task<Finding> RunAsync(DeskSession desk) => Finding.LookAsync(
        "fonts", "Install the program for this machine's kind of processor, with the folder templates/fonts.", () =>
        {
            var drawn = desk.Get<PdfWriter>().Write(Page(), _ => []);
            return Task.FromResult(Scripts($"A page was drawn, {drawn.Bytes.Length} bytes", PrintableScripts.LackingIn(desk.Get<FontLibrary>())));
        });

    private static Finding Scripts(string drawn, IReadOnlyList<LackingScript> lacking) => lacking.Count == 0
        ? Finding.Ok("fonts", $"{drawn}; every script that is asked for can be printed.")
        : new Finding(
            "fonts",
            FindingState.Advice,
            $"{drawn}; a notice cannot print {string.Join(", ", lacking.Select(script => script.Name))}.",
            $"Install {string.Join(" ", lacking.Select(script => script.Package).Distinct())} (Debian), or put such fonts into templates/fonts; until then a notice that quotes one of these cannot be approved.");

    private static NoticeDocument Page() => new()
    {
        Language = "en",
        Subject = "A page",
        Reference = "N-0000-0000",
        KindName = "A page",
        PageLabel = "Page {page} of {pages}",
        Letterhead = new Letterhead("AbuseDesk", "Doctor", ["A page that nobody sees"]),
        CompiledAt = NodaConstants.UnixEpoch,
        Blocks = [new TitleBlock([new TextRun("A page")]), new ParagraphBlock([new Strong([new TextRun("Serif")]), new TextRun(" and the rest.")])],
    };
}
