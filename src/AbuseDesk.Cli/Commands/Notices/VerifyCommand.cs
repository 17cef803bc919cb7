using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Verify;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Says from the bytes of a file alone whether it is a notice that was sent.</summary>
public sealed class VerifyCommand : DeskCommand
{
    private readonly Argument<string> file = Ask.For("FILE", "The PDF, as somebody received it.");

    public VerifyCommand()
        : base("verify", "Say whether a PDF is, byte for byte, a notice that was sent; exit code 1 if not.")
    {
        Arguments.Add(file);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        await using var pdf = Files.Open(arguments.GetRequiredValue(file));
        var proof = await desk.Get<VerifyNotice>().ByBytesAsync(pdf, cancel);
        desk.Out.Write(
            new
            {
                proof.Verdict,
                proof.Sentence,
                proof.Sha256,
                proof.Ref,
                proof.Kind,
                proof.Version,
                proof.ApprovedBy,
                proof.ApprovedAt,
                proof.Approvals,
                proof.SentBy,
                proof.SentAt,
            },
            text =>
            {
                if (proof.Verdict != NoticeVerdict.Sent)
                {
                    text.Error.WriteLine($"{proof.Sentence} SHA-256 {proof.Sha256}");
                    return;
                }

                text.Line(proof.Sentence);
                text.Line($"Kind      {proof.Kind}");
                text.Line($"Approved  {(proof.Approvals.Count > 0 ? string.Join("; ", proof.Approvals.Select(one => $"{desk.At(one.At)} by {one.Name} ({one.Login})")) : "not needed for this kind")}");
                text.Line($"Sent      {desk.At(proof.SentAt)} by {proof.SentByName} ({proof.SentBy})");
                text.Line($"SHA-256   {proof.Sha256}");
            });
        return proof.Verdict == NoticeVerdict.Sent ? 0 : 1;
    }
}
