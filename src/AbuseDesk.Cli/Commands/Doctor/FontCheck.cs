using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Pdf;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Doctor;

/// <summary>Draws one page: fonts are there, and the drawing library runs on this machine.</summary>
internal static class FontCheck
{
    public static Task<Finding> RunAsync(DeskSession desk) => Finding.LookAsync(
        "fonts", "Install the program for this machine's kind of processor, with the folder templates/fonts.", () =>
        {
            var drawn = desk.Get<PdfWriter>().Write(Page(), _ => []);
            return Task.FromResult(Finding.Ok("fonts", $"A page was drawn, {drawn.Bytes.Length} bytes."));
        });

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
