using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NodaTime;

namespace AbuseDesk.Notices.Sealing;

/// <summary>The provider's certificate with its key, and the certificates that its file holds beside it.</summary>
public sealed class SealCertificate : IDisposable
{
    private readonly X509Certificate2Collection beside;

    private SealCertificate(X509Certificate2 own, X509Certificate2Collection beside)
    {
        Own = own;
        this.beside = beside;
    }

    public X509Certificate2 Own { get; }

    /// <summary>Of the authorities between the own certificate and its root, as far as the file holds them.</summary>
    public X509Certificate2Collection Authorities => beside;

    public string Subject => Own.Subject;

    public Instant ValidFrom => Instant.FromDateTimeUtc(Own.NotBefore.ToUniversalTime());

    public Instant ValidUntil => Instant.FromDateTimeUtc(Own.NotAfter.ToUniversalTime());

    /// <exception cref="DeskException">The file cannot be read, or holds no certificate that can sign.</exception>
    public static SealCertificate Read(SealSettings settings)
    {
        var certificates = Certificates(settings);
        var own = certificates.FirstOrDefault(one => one.HasPrivateKey)
            ?? throw new DeskException($"{settings.File} holds no certificate with its key; set {SealSettings.Setting} to a file with both.");
        certificates.Remove(own);
        return new SealCertificate(own, certificates);
    }

    /// <exception cref="DeskException">The certificate is not valid at this instant, or not meant for signing.</exception>
    public void RequireUsable(Instant at)
    {
        if (at > ValidUntil)
            throw new DeskException($"The certificate that seals notices ended on {ValidUntil.InUtc().Date:uuuu-MM-dd}; put its successor where {SealSettings.Setting} points, or leave {SealSettings.Setting} out to send without a seal.");
        if (at < ValidFrom)
            throw new DeskException($"The certificate that seals notices begins on {ValidFrom.InUtc().Date:uuuu-MM-dd}; put one that is valid now where {SealSettings.Setting} points.");
        const X509KeyUsageFlags signs = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;
        if (Own.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is { } usage && (usage.KeyUsages & signs) == 0)
            throw new DeskException($"The certificate {Subject} is not meant for signing; set {SealSettings.Setting} to one whose key usage has digital signature.");
    }

    public void Dispose()
    {
        Own.Dispose();
        foreach (var one in beside) one.Dispose();
    }

    private static X509Certificate2Collection Certificates(SealSettings settings)
    {
        if (!File.Exists(settings.File))
            throw new DeskException($"There is no file {settings.File}, which {SealSettings.Setting} names.");
        try
        {
            var bytes = File.ReadAllBytes(settings.File);
            return bytes.AsSpan().IndexOf("-----BEGIN "u8) >= 0 ? Pem(Encoding.UTF8.GetString(bytes), settings.Password?.Reveal()) : Pfx(bytes, settings.Password?.Reveal());
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new DeskException($"{settings.File} cannot be read as a certificate with its key ({e.Message.TrimEnd('.')}); see to {SealSettings.Setting} and {SealSettings.PasswordSetting}.", e);
        }
    }

    // the key stays in memory: nothing of it is written to a store of the machine
    private static X509Certificate2Collection Pfx(byte[] bytes, string? password) =>
        X509CertificateLoader.LoadPkcs12Collection(bytes, password, OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet);

    private static X509Certificate2Collection Pem(string text, string? password)
    {
        var own = text.Contains("ENCRYPTED PRIVATE KEY", StringComparison.Ordinal)
            ? X509Certificate2.CreateFromEncryptedPem(text, text, password)
            : X509Certificate2.CreateFromPem(text, text);
        var all = new X509Certificate2Collection();
        all.ImportFromPem(text);
        foreach (var same in all.Where(one => one.RawDataMemory.Span.SequenceEqual(own.RawDataMemory.Span)).ToList()) all.Remove(same);
        all.Insert(0, own);
        return all;
    }
}
