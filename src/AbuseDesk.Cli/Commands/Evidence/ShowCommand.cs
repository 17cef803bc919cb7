using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Evidence;

namespace AbuseDesk.Cli.Commands.Evidence;

/// <summary>Shows what is on record about evidence.</summary>
public sealed class ShowCommand : DeskCommand
{
    private readonly Argument<string> sha256 = Ask.For("SHA256", "Its hash.");
    private readonly Option<string?> copy = Ask.Optional("--out", "FILE", "Write its bytes there, after their hash was recomputed.");

    public ShowCommand()
        : base("show", "Show what is on record about a piece of evidence.")
    {
        Arguments.Add(sha256);
        Options.Add(copy);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var found = await desk.Get<ShowEvidence>().RunAsync(arguments.GetRequiredValue(sha256), cancel);
        var (evidence, captures) = (found.Evidence, found.Captures);
        if (arguments.GetValue(copy) is { } file)
            await Files.WriteAsync(file, (await desk.Get<ReadEvidence>().RunAsync(evidence.Sha256, cancel)).Bytes);
        desk.Out.Write(new { evidence, captures }, text =>
        {
            text.Line($"{evidence.Sha256}  {evidence.MediaType}, {Counted.Of(evidence.Size, "byte")}{(evidence.IsImage ? $", {evidence.Width} × {evidence.Height} pixels" : "")}, stored {desk.At(evidence.StoredAt)}");
            text.Table(["Captured", "By", "How", "For", "File", "Shows"], captures.Select(one => (IReadOnlyList<string?>)
                [desk.At(one.CapturedAt), one.CapturedBy, one.Method, one.Purpose, one.FileName, one.SourceUrl]));
        });
        return 0;
    }
}
