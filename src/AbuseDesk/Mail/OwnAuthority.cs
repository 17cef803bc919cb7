using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace AbuseDesk.Mail;

/// <summary>Trusts one authority alone, which stands in a PEM file.</summary>
internal static class OwnAuthority
{
    /// <summary>Whether it vouches for the certificate of a server; a name that is another's stays wrong.</summary>
    public static bool Vouches(X509Certificate? certificate, SslPolicyErrors errors, string pemFile)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(pemFile);
        using var own = new X509Certificate2(certificate);
        return chain.Build(own);
    }
}
