using System.Formats.Asn1;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace AbuseDesk.Tests.Notices.Sealing;

/// <summary>A time stamp server (RFC 3161) over HTTP on 127.0.0.1, whose clock and mood the test sets.</summary>
public sealed class TestTimestampServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly X509Certificate2 signer;
    private readonly Task serving;
    private int serial;

    public TestTimestampServer(X509Certificate2 signer)
    {
        this.signer = signer;
        Url = new Uri($"http://127.0.0.1:{FreePort()}/tsa");
        listener.Prefixes.Add(Url.AbsoluteUri + "/");
        listener.Start();
        serving = Task.Run(ServeAsync);
    }

    public Uri Url { get; }

    public int Asked { get; private set; }

    public DateTimeOffset Clock { get; set; } = new(2020, 12, 7, 12, 0, 0, TimeSpan.Zero);

    /// <summary>What it answers instead of a time stamp; null for one.</summary>
    public Func<HttpListenerResponse, byte[]>? Instead { get; set; }

    public void Dispose()
    {
        listener.Stop();
        serving.Wait(TimeSpan.FromSeconds(5));
        listener.Close();
    }

    /// <summary>An answer that refuses, as RFC 3161 writes one.</summary>
    public static byte[] Refusal(HttpListenerResponse response)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteInteger(2);
        return writer.Encode();
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                Asked++;
                using var query = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(query);
                var answer = Instead?.Invoke(context.Response) ?? Answer(query.ToArray());
                context.Response.ContentType = "application/timestamp-reply";
                await context.Response.OutputStream.WriteAsync(answer);
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // the test is over, or the asker hung up
            }
        }
    }

    private byte[] Answer(byte[] query)
    {
        if (!Rfc3161TimestampRequest.TryDecode(query, out var request, out _)) throw new InvalidOperationException("This is no query.");
        var info = new Rfc3161TimestampTokenInfo(
            new Oid("1.2.3.4.1"), request.HashAlgorithmId, request.GetMessageHash(), BitConverter.GetBytes(++serial), Clock, nonce: request.GetNonce());
        var cms = new SignedCms(new ContentInfo(new Oid("1.2.840.113549.1.9.16.1.4"), info.Encode()));
        var by = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, signer) { DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"), IncludeOption = X509IncludeOption.EndCertOnly };
        by.SignedAttributes.Add(new AsnEncodedData(new Oid("1.2.840.113549.1.9.16.2.47"), SigningCertificate()));
        cms.ComputeSignature(by, silent: true);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence()) writer.WriteInteger(0);
            writer.WriteEncodedValue(cms.Encode());
        }

        return writer.Encode();
    }

    private byte[] SigningCertificate()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(signer.GetCertHash(HashAlgorithmName.SHA256));
        return writer.Encode();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
