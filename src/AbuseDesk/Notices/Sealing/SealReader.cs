using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using NodaTime;

namespace AbuseDesk.Notices.Sealing;

/// <summary>What a seal says of itself, read without any network or record; whether to believe its certificate is another question.</summary>
internal sealed record ReadSeal
{
    public required X509Certificate2 Certificate { get; init; }

    /// <summary>All certificates that came with it.</summary>
    public required X509Certificate2Collection Beside { get; init; }

    /// <summary>By the clock of the one who sealed; null where it does not say.</summary>
    public required Instant? SealedAt { get; init; }

    /// <summary>Null where there is no time stamp.</summary>
    public Instant? StampedAt { get; init; }

    public X509Certificate2? StampedBy { get; init; }

    public X509Certificate2Collection StampBeside { get; init; } = [];
}

/// <summary>Reads seals: whether they are sound and of these very bytes.</summary>
internal static class SealReader
{
    /// <summary>id-aa-timeStampToken of RFC 3161.</summary>
    public const string StampAttribute = "1.2.840.113549.1.9.16.2.14";

    /// <exception cref="DeskException">It is no seal, it is of another file, or a part of it does not hold.</exception>
    public static ReadSeal Read(byte[] file, byte[] seal)
    {
        var (cms, signer, certificate) = Open(file, seal);
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException)
        {
            throw new DeskException("The seal is not of this file, or one of the two was changed.");
        }

        var read = new ReadSeal
        {
            Certificate = certificate,
            Beside = cms.Certificates,
            SealedAt = signer.SignedAttributes.Cast<CryptographicAttributeObject>().SelectMany(one => one.Values.Cast<AsnEncodedData>()).OfType<Pkcs9SigningTime>()
                .Select(time => (Instant?)Instant.FromDateTimeUtc(DateTime.SpecifyKind(time.SigningTime, DateTimeKind.Utc))).FirstOrDefault(),
        };
        return Stamp(signer) is { } stamp ? WithStamp(read, stamp, signer) : read;
    }

    /// <summary>Null where the token does not hold the certificate of who made it.</summary>
    public static X509Certificate2? StampSigner(Rfc3161TimestampToken token) => token.AsSignedCms().SignerInfos[0].Certificate;

    private static (SignedCms Cms, SignerInfo Signer, X509Certificate2 Certificate) Open(byte[] file, byte[] seal)
    {
        try
        {
            var cms = new SignedCms(new ContentInfo(file), detached: true);
            cms.Decode(seal);
            return cms.SignerInfos.Count == 1 && cms.SignerInfos[0].Certificate is { } certificate
                ? (cms, cms.SignerInfos[0], certificate)
                : throw new DeskException("The seal does not hold exactly one signature with its certificate.");
        }
        catch (CryptographicException)
        {
            throw new DeskException("This is no seal: a .p7s file with a signature was expected.");
        }
    }

    private static byte[]? Stamp(SignerInfo signer) =>
        signer.UnsignedAttributes.Cast<CryptographicAttributeObject>().FirstOrDefault(one => one.Oid.Value == StampAttribute)?.Values[0].RawData;

    private static ReadSeal WithStamp(ReadSeal read, byte[] stamp, SignerInfo signer) =>
        Rfc3161TimestampToken.TryDecode(stamp, out var token, out _) && token.VerifySignatureForSignerInfo(signer, out var authority)
            ? read with
            {
                StampedAt = Instant.FromDateTimeOffset(token.TokenInfo.Timestamp),
                StampedBy = authority,
                StampBeside = token.AsSignedCms().Certificates,
            }
            : throw new DeskException("The time stamp in the seal does not hold.");
}
