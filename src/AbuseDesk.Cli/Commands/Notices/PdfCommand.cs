using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Evidence;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Sealing;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Writes the PDF of a notice to a file.</summary>
public sealed class PdfCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As N-2021-0036.");
    private readonly Option<string> file = Ask.Required("--out", "FILE", "Where to.");
    private readonly Option<int?> version = Ask.Number("--version-number", "An earlier version; default the current one.");

    private readonly Option<bool> withSeal = Ask.Flag("--with-seal", "The seal too, as FILE.p7s; only of what was sent.");

    public PdfCommand()
        : base("pdf", "Write the PDF of a notice to a file.")
    {
        Arguments.Add(reference);
        Options.Add(file);
        Options.Add(version);
        Options.Add(withSeal);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var notice = await desk.Get<NoticeRecords>().GetAsync(arguments.GetRequiredValue(reference));
        var number = arguments.GetValue(version) ?? notice.CurrentVersion;
        var found = (await desk.Get<NoticeRecords>().VersionsAsync(notice.Id)).FirstOrDefault(one => one.Number == number)
            ?? throw new DeskException($"{notice.Ref} has no version {number}; notices show {notice.Ref} lists them.");
        var seal = arguments.GetValue(withSeal) ? await SealAsync(desk, notice, found) : null;
        var store = desk.Get<IEvidenceStore>();
        var path = Path.GetFullPath(arguments.GetRequiredValue(file));
        await using (var pdf = await store.OpenAsync(found.PdfSha256, cancel))
            await Files.WriteAsync(path, pdf);
        if (seal is not null)
            await Files.WriteAsync($"{path}.p7s", await store.ReadAsync(seal.SealSha256, cancel));
        desk.Out.Done(
            new { noticeRef = notice.Ref, version = number, pdf = path, sha256 = found.PdfSha256, found.Pages, seal = seal is null ? null : $"{path}.p7s", seal?.SealSha256 },
            $"{path}: {notice.Ref}, version {number}, {Counted.Of(found.Pages, "page")}, SHA-256 {found.PdfSha256}.{(seal is null ? "" : $" Its seal: {path}.p7s.")}");
        return 0;
    }

    private static async Task<SealRow> SealAsync(DeskSession desk, NoticeRow notice, NoticeVersionRow version) =>
        await desk.Get<SealRecords>().FindAsync(notice.Id) is { } seal && seal.PdfSha256 == version.PdfSha256
            ? seal
            : throw new DeskException($"Version {version.Number} of {notice.Ref} has no seal; seals are made when a notice is sent, where {SealSettings.Setting} names a certificate.");
}
