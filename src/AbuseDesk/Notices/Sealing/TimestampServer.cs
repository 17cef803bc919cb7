using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace AbuseDesk.Notices.Sealing;

/// <summary>Asks a server for time stamps as RFC 3161 says.</summary>
public sealed class TimestampServer(HttpClient? http = null) : IDisposable
{
    private const int LargestAnswer = 1024 * 1024;

    private readonly HttpClient client = http ?? new HttpClient { Timeout = TimeSpan.FromSeconds(20), MaxResponseContentBufferSize = LargestAnswer };

    /// <summary>A time stamp of the signature of a seal, whose own signature was checked.</summary>
    /// <exception cref="DeskException">The server cannot be reached, or its answer is no such time stamp.</exception>
    public async Task<Rfc3161TimestampToken> StampAsync(Uri server, byte[] seal, CancellationToken cancel)
    {
        var cms = new SignedCms();
        cms.Decode(seal);
        var signer = cms.SignerInfos[0];
        var request = Rfc3161TimestampRequest.CreateFromSignerInfo(
            signer, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(16), requestSignerCertificates: true);
        try
        {
            var token = request.ProcessResponse(await AskAsync(server, request.Encode(), cancel), out _);
            return token.VerifySignatureForSignerInfo(signer, out _) ? token : throw Useless(server, "its signature does not hold");
        }
        catch (Exception failure) when (failure is CryptographicException or HttpRequestException or IOException || (failure is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw Useless(server, failure is OperationCanceledException ? "it did not answer in time" : failure.Message.TrimEnd('.'));
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<byte[]> AskAsync(Uri server, byte[] query, CancellationToken cancel)
    {
        using var content = new ByteArrayContent(query);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var answer = await client.PostAsync(server, content, cancel);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync(cancel);
    }

    private static DeskException Useless(Uri server, string why) =>
        new($"The time stamp server {server.Host} gave no time stamp: {why}; it is asked again, and {SealSettings.TimestampSetting} says which server it is.");
}
