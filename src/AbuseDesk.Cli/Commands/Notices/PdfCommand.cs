using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Evidence;
using AbuseDesk.Notices;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Writes the PDF of a notice.</summary>
public sealed class PdfCommand : DeskCommand
{
    private static readonly Argument<string> Ref = new("REF") { Description = "Reference of the notice." };

    private static readonly Option<string> Target = new("--out")
    {
        Description = "The file to write.",
        HelpName = "FILE",
        Required = true,
    };

    public PdfCommand()
        : base("pdf", "Write the PDF of a notice to a file.")
    {
        Arguments.Add(Ref);
        Options.Add(Target);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var notice = await desk.Get<NoticeRecords>().GetAsync(arguments.GetRequiredValue(Ref));
        var version = (await desk.Get<NoticeRecords>().VersionsAsync(notice.Id))[^1];
        var file = Path.GetFullPath(arguments.GetRequiredValue(Target));
        await File.WriteAllBytesAsync(file, await desk.Get<IEvidenceStore>().ReadAsync(version.PdfSha256, cancel), cancel);
        desk.Out.Write(new { file, version.PdfSha256, version.Pages }, text => text.Line($"{file}: version {version.Number}, {version.Pages} pages, SHA-256 {version.PdfSha256}"));
        return 0;
    }
}
