using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AbuseDesk.Deadlines.Feed;

/// <summary>The secret in the address of a feed: 256 random bits, of which the desk keeps the SHA-256 only.</summary>
internal static class FeedSecret
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
