using System.Security.Cryptography;
using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Journal;
using AbuseDesk.Mail;
using AbuseDesk.Notices.Drafting;
using NodaTime;

namespace AbuseDesk.Notices.Sealing;

/// <summary>A seal as it goes with the mail; where a time stamp is awaited, the mail waits for it until an instant.</summary>
public sealed record NoticeSeal(MailAttachment File, Instant? AwaitStampUntil);

/// <summary>
/// Seals a notice in the act of sending it: a signature takes milliseconds and no network. The time stamp comes from a server, so it is
/// asked for later, by <see cref="StampSeals"/>.
/// </summary>
public sealed class SealNotice(DeskSettings settings, EvidenceFiles files)
{
    /// <summary>"application/pkcs7-signature".</summary>
    public const string MediaType = "application/pkcs7-signature";

    /// <summary>"N-2021-0036.pdf.p7s".</summary>
    public static string FileName(string reference) => $"{reference}.pdf.p7s";

    /// <returns>Null where no certificate is configured.</returns>
    /// <exception cref="DeskException">The certificate cannot be used: nothing leaves unsealed unnoticed.</exception>
    internal async Task<NoticeSeal?> RunAsync(DeskTransaction tx, Actor actor, NoticeRow notice, string caseRef, byte[] pdf)
    {
        if (settings.Seal is not { } seal) return null;
        using var certificate = SealCertificate.Read(seal);
        certificate.RequireUsable(tx.Now);
        var signed = SealWriter.Sign(pdf, certificate, tx.Now);
        var kept = await KeepAsync(tx, actor, files, notice.Ref, signed, $"sealed by AbuseDesk with the certificate of {certificate.Subject}");
        var pdfSha256 = Convert.ToHexStringLower(SHA256.HashData(pdf));
        var certificateSha256 = certificate.Own.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant();
        await tx.ExecuteAsync(
            """
            insert into notice_seals (notice_id, pdf_sha256, seal_sha256, certificate, certificate_sha256, sealed_at, stamp_due_at)
            values (@Id, @pdfSha256, @kept, @Subject, @certificateSha256, @Now, @due)
            """,
            new { notice.Id, pdfSha256, kept, certificate.Subject, certificateSha256, tx.Now, due = seal.TimestampUrl is null ? (Instant?)null : tx.Now });
        await JournalWriter.AppendAsync(tx, caseRef, actor, "notice-sealed",
            $"sealed {notice.Ref} with the certificate of {certificate.Subject}",
            new { notice = notice.Ref, pdf_sha256 = pdfSha256, seal_sha256 = kept, certificate = certificate.Subject, certificate_sha256 = certificateSha256 });
        return new NoticeSeal(Attachment(notice.Ref, signed), seal.TimestampUrl is null ? null : tx.Now + seal.Wait);
    }

    internal static MailAttachment Attachment(string reference, byte[] seal) => new(FileName(reference), MediaType, seal);

    /// <summary>Keeps a seal as evidence.</summary>
    /// <returns>Its SHA-256.</returns>
    internal static async Task<string> KeepAsync(DeskTransaction tx, Actor actor, EvidenceFiles files, string reference, byte[] seal, string method)
    {
        var stored = await files.KeepAsync(seal, FileName(reference));
        await EvidenceRecords.AddAsync(tx, actor, stored with { MediaType = MediaType }, new CaptureFacts
        {
            Purpose = EvidencePurpose.Notice,
            FileName = FileName(reference),
            CapturedAt = tx.Now,
            CapturedBy = actor.Login,
            Method = method,
        });
        return stored.Sha256;
    }
}
