using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AbuseDesk.Tests.Notices.Sealing;

/// <summary>An authority with the certificates that it issued: to a provider who seals, and to a server that stamps the time.</summary>
public sealed class TestAuthority : IDisposable
{
    private const string Stamping = "1.3.6.1.5.5.7.3.8";

    public TestAuthority(string name = "Test Authority", string begins = "2020-01-01", string ends = "2040-01-01")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        Root = request.CreateSelfSigned(Day("2019-01-01"), Day("2041-01-01"));
        Folder = Directory.CreateTempSubdirectory("abusedesk-ca-").FullName;
        using var signer = Issue("CN=Example Cloud, O=Example Cloud Inc.", begins, ends, stamping: false);
        Pfx = Write("seal.pfx", signer.Export(X509ContentType.Pfx, Password));
        Pem = Write("seal.pem", System.Text.Encoding.ASCII.GetBytes(signer.ExportCertificatePem() + "\n" + signer.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem() + "\n"));
        Ca = Write("ca.pem", System.Text.Encoding.ASCII.GetBytes(Root.ExportCertificatePem() + "\n"));
        TimestampSigner = Issue("CN=Test Time", "2020-01-01", "2040-01-01", stamping: true);
    }

    public const string Password = "sesame";

    public X509Certificate2 Root { get; }

    public X509Certificate2 TimestampSigner { get; }

    public string Folder { get; }

    /// <summary>Files: certificate and key with <see cref="Password"/>, the same as PEM without one, and the authority's certificate.</summary>
    public string Pfx { get; }

    public string Pem { get; }

    public string Ca { get; }

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose()
    {
        Root.Dispose();
        TimestampSigner.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private X509Certificate2 Issue(string subject, string begins, string ends, bool stamping)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        if (stamping) request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(Stamping)], true));
        using var issued = request.Create(Root.SubjectName, X509SignatureGenerator.CreateForECDsa(Root.GetECDsaPrivateKey()!), Day(begins), Day(ends), RandomNumberGenerator.GetBytes(12));
        return issued.CopyWithPrivateKey(key);
    }

    private static DateTimeOffset Day(string day) => DateTimeOffset.Parse(day, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);
}
