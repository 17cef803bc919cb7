using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;

namespace AbuseDesk.Mail;

/// <summary>Signs a request to an AWS service (Signature Version 4): the canonical request is ours, the signature AWSSDK.Core's.</summary>
public static class AwsSignature
{
    /// <summary>Adds X-Amz-Date, a session's token, and Authorization. The request has no query.</summary>
    /// <param name="request">With its address, its Host and the headers that are to be signed.</param>
    /// <param name="body">The very bytes that it will carry.</param>
    /// <param name="credentials">Whose key signs.</param>
    /// <param name="region">"eu-west-1".</param>
    /// <param name="service">"ses".</param>
    /// <param name="at">Now; the service refuses what is minutes off.</param>
    public static void Sign(HttpRequestMessage request, byte[] body, ImmutableCredentials credentials, string region, string service, DateTimeOffset at)
    {
        request.Headers.Host ??= request.RequestUri!.Authority;
        request.Headers.TryAddWithoutValidation("X-Amz-Date", at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        if (credentials.UseToken) request.Headers.TryAddWithoutValidation("X-Amz-Security-Token", credentials.Token);
        var headers = request.Headers
            .Select(header => (Name: header.Key.ToLowerInvariant(), Value: string.Join(',', header.Value).Trim()))
            .OrderBy(header => header.Name, StringComparer.Ordinal).ToList();
        var names = string.Join(';', headers.Select(header => header.Name));
        var canonical = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{request.Method}\n{request.RequestUri!.AbsolutePath}\n\n")
            .AppendJoin("", headers.Select(header => $"{header.Name}:{header.Value}\n"))
            .Append(CultureInfo.InvariantCulture, $"\n{names}\n{Convert.ToHexStringLower(SHA256.HashData(body))}");
        var signed = AWS4Signer.ComputeSignature(credentials, region, at.UtcDateTime, service, names, canonical.ToString());
        request.Headers.TryAddWithoutValidation("Authorization", signed.ForAuthorizationHeader);
    }
}
