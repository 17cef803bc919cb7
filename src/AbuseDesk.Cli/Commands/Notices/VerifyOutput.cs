using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Verify;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Tells what the record and the seal say of a file.</summary>
internal sealed class VerifyOutput(DeskSession desk)
{
    /// <param name="proof">Null where there is no desk to ask.</param>
    /// <param name="seal">Null where no seal was given.</param>
    /// <param name="sha256">Of the file.</param>
    /// <param name="genuine">Whether the two together say so.</param>
    public void Write(NoticeProof? proof, SealProof? seal, string sha256, bool genuine) => desk.Out.Write(
        new
        {
            genuine,
            proof?.Verdict,
            proof?.Sentence,
            sha256,
            proof?.Ref,
            proof?.Kind,
            proof?.Version,
            proof?.ApprovedBy,
            proof?.ApprovedAt,
            proof?.Approvals,
            proof?.SentBy,
            proof?.SentAt,
            proof?.SealSha256,
            proof?.SealedWith,
            proof?.StampedAt,
            seal,
        },
        text =>
        {
            if (!genuine)
            {
                var sentences = new[] { proof?.Sentence, seal?.Sentence }.Where(sentence => sentence is not null);
                text.Error.WriteLine($"{string.Join(' ', sentences)} SHA-256 {sha256}");
                return;
            }

            if (proof is not null) text.Line(proof.Sentence);
            if (proof is { Verdict: NoticeVerdict.Sent }) WriteSent(text, proof);
            if (seal is not null) WriteSeal(text, seal);
            text.Line($"SHA-256   {sha256}");
        });

    private void WriteSent(Output text, NoticeProof proof)
    {
        text.Line($"Kind      {proof.Kind}");
        text.Line($"Approved  {(proof.Approvals.Count > 0 ? string.Join("; ", proof.Approvals.Select(one => $"{desk.At(one.At)} by {one.Name} ({one.Login})")) : "not needed for this kind")}");
        text.Line($"Sent      {desk.At(proof.SentAt)} by {proof.SentByName} ({proof.SentBy})");
        if (proof.SealedWith is { } certificate)
            text.Line($"Seal      on record, with the certificate “{certificate}”{(proof.StampedAt is { } stamped ? $", time stamp {desk.At(stamped)}" : "")}, SHA-256 {proof.SealSha256}");
    }

    private void WriteSeal(Output text, SealProof seal)
    {
        text.Line(seal.Sentence);
        text.Line($"Issued    by {seal.Issuer}, number {seal.SerialNumber}, SHA-256 {seal.CertificateSha256}; vouched for by {seal.VouchedBy}");
        text.Line($"Sealed    {desk.At(seal.SealedAt)}, by the clock of the one who sealed");
        if (seal.StampedAt is { } stamped)
            text.Line($"Stamped   {desk.At(stamped)} by {seal.StampedBy}{(seal.StampVouched ? "" : ", for whom nothing here vouches")}");
    }
}
