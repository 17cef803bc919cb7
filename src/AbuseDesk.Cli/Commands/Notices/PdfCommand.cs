using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Evidence;
using AbuseDesk.Notices;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Writes the PDF of a notice to a file.</summary>
public sealed class PdfCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As N-2021-0036.");
    private readonly Option<string> file = Ask.Required("--out", "FILE", "Where to.");
    private readonly Option<int?> version = Ask.Number("--version-number", "An earlier version; default the current one.");

    public PdfCommand()
        : base("pdf", "Write the PDF of a notice to a file.")
    {
        Arguments.Add(reference);
        Options.Add(file);
        Options.Add(version);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var notice = await desk.Get<NoticeRecords>().GetAsync(arguments.GetRequiredValue(reference));
        var number = arguments.GetValue(version) ?? notice.CurrentVersion;
        var found = (await desk.Get<NoticeRecords>().VersionsAsync(notice.Id)).FirstOrDefault(one => one.Number == number)
            ?? throw new DeskException($"{notice.Ref} has no version {number}; notices show {notice.Ref} lists them.");
        var path = Path.GetFullPath(arguments.GetRequiredValue(file));
        await Files.WriteAsync(path, await desk.Get<IEvidenceStore>().ReadAsync(found.PdfSha256, cancel));
        desk.Out.Done(
            new { noticeRef = notice.Ref, version = number, pdf = path, sha256 = found.PdfSha256, found.Pages },
            $"{path}: {notice.Ref}, version {number}, {Counted.Of(found.Pages, "page")}, SHA-256 {found.PdfSha256}.");
        return 0;
    }
}
