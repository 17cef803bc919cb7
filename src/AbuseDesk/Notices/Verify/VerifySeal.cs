using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AbuseDesk.Database;
using AbuseDesk.Notices.Sealing;
using Dapper;
using NodaTime;

namespace AbuseDesk.Notices.Verify;

/// <summary>
/// Says what a seal proves of a file, without any network. Its certificate is believed where this desk has sealed with it, or where one
/// of the given authorities issued it: those that the machine trusts for web pages would vouch for anybody.
/// </summary>
public sealed class VerifySeal(DeskDatabase database)
{
    /// <param name="file">The PDF, as somebody received it.</param>
    /// <param name="seal">The .p7s beside it.</param>
    /// <param name="authorities">Certificates that are believed, and those that they issued.</param>
    /// <param name="withRecord">False where there is no desk to ask.</param>
    public async Task<SealProof> RunAsync(byte[] file, byte[] seal, X509Certificate2Collection authorities, bool withRecord)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(seal));
        try
        {
            var read = SealReader.Read(file, seal);
            var certificateSha256 = read.Certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant();
            var known = withRecord ? await KnownAsync(certificateSha256) : [];
            return Judge(read, authorities, known.Count > 0, known.Contains(sha256)) with
            {
                Sha256 = sha256,
                Certificate = read.Certificate.Subject,
                Issuer = read.Certificate.Issuer,
                SerialNumber = read.Certificate.SerialNumber,
                CertificateSha256 = certificateSha256,
                SealedAt = read.SealedAt,
                StampedAt = read.StampedAt,
                StampedBy = read.StampedBy?.Subject,
            };
        }
        catch (DeskException broken)
        {
            return new SealProof { Verdict = SealVerdict.Broken, Sentence = broken.Message, Sha256 = sha256 };
        }
    }

    /// <summary>The seals that this desk made with a certificate.</summary>
    private Task<IReadOnlyList<string>> KnownAsync(string certificateSha256) =>
        database.ReadAsync<IReadOnlyList<string>>(async connection => (await connection.QueryAsync<string>(
            "select seal_sha256 from notice_seals where certificate_sha256 = @certificateSha256", new { certificateSha256 })).AsList());

    private static SealProof Judge(ReadSeal read, X509Certificate2Collection authorities, bool ownCertificate, bool ownSeal)
    {
        var stampVouched = read.StampedBy is { } server && (ownSeal || IssuedBy(authorities, server, read.StampBeside, read.StampedAt!.Value, stamping: true));
        // a clock of somebody who holds the key proves nothing; a time stamp that nobody vouches for does not either
        var at = stampVouched ? read.StampedAt : read.SealedAt;
        if (at is { } when && !ValidAt(read.Certificate, when))
            throw new DeskException($"The certificate of the seal was not valid when it was made, on {when.InUtc().Date:uuuu-MM-dd}.");
        var vouchedBy = ownCertificate ? "the record of this desk" : IssuedBy(authorities, read.Certificate, read.Beside, at, stamping: false) ? "the authorities given" : null;
        return new SealProof
        {
            Verdict = vouchedBy is null ? SealVerdict.NotVouched : SealVerdict.Genuine,
            Sentence = vouchedBy is null
                ? $"The seal is sound and of exactly this file, but nothing here vouches for its certificate, “{read.Certificate.Subject}”; compare its SHA-256 with the one that the provider publishes."
                : $"The seal is sound: exactly this file was sealed with the certificate “{read.Certificate.Subject}”.",
            Sha256 = "",
            VouchedBy = vouchedBy,
            StampVouched = stampVouched,
        };
    }

    private static bool IssuedBy(X509Certificate2Collection authorities, X509Certificate2 certificate, X509Certificate2Collection beside, Instant? at, bool stamping)
    {
        if (authorities.Count == 0) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.ExtraStore.AddRange(beside);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        if (at is { } when) chain.ChainPolicy.VerificationTime = when.ToDateTimeUtc().ToLocalTime();
        if (stamping) chain.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.8"));
        return chain.Build(certificate);
    }

    private static bool ValidAt(X509Certificate2 certificate, Instant at) =>
        at >= Instant.FromDateTimeUtc(certificate.NotBefore.ToUniversalTime()) && at <= Instant.FromDateTimeUtc(certificate.NotAfter.ToUniversalTime());
}
