using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using NodaTime;

namespace AbuseDesk.Notices.Sealing;

/// <summary>Writes seals: CMS signatures of a file beside it (RFC 5652), with what CAdES asks of a signature and its time stamp.</summary>
internal static class SealWriter
{
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string Sha256Oid = "2.16.840.1.101.3.4.2.1";

    /// <summary>The .p7s of these bytes, without a time stamp.</summary>
    public static byte[] Sign(byte[] file, SealCertificate certificate, Instant at)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate.Own)
        {
            DigestAlgorithm = new Oid(Sha256Oid),
            // what the file holds goes along; building a chain here might ask the network for certificates
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        foreach (var authority in certificate.Authorities)
            signer.Certificates.Add(authority);
        signer.SignedAttributes.Add(new Pkcs9SigningTime(at.ToDateTimeUtc()));
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), NameOf(certificate.Own)));
        var cms = new SignedCms(new ContentInfo(file), detached: true);
        cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }

    /// <summary>The same seal, with a time stamp of its signature as RFC 3161 adds one.</summary>
    public static byte[] WithStamp(byte[] seal, Rfc3161TimestampToken stamp)
    {
        var cms = new SignedCms();
        cms.Decode(seal);
        cms.SignerInfos[0].AddUnsignedAttribute(new AsnEncodedData(new Oid(SealReader.StampAttribute), stamp.AsSignedCms().Encode()));
        return cms.Encode();
    }

    // binds the certificate into the signature, so that none with the same key can take its place
    private static byte[] NameOf(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(certificate.GetCertHash(HashAlgorithmName.SHA256));
        return writer.Encode();
    }
}
