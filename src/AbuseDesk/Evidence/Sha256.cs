using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace AbuseDesk.Evidence;

/// <summary>The name of evidence: 64 lower-case hex digits.</summary>
public static partial class Sha256
{
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Of what is left of a stream.</summary>
    public static async Task<string> OfAsync(Stream bytes, CancellationToken cancel = default) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancel));

    /// <summary>Reads what people paste: capitals, blanks and a "sha256:" in front do not matter.</summary>
    /// <exception cref="DeskException">Not a SHA-256. A hash is checked before it becomes part of a path.</exception>
    public static string Parse(string? text)
    {
        var clean = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        if (clean.StartsWith("sha256:", StringComparison.Ordinal)) clean = clean["sha256:".Length..];
        return Digits().IsMatch(clean)
            ? clean
            : throw new DeskException($"“{Shown.Briefly(text)}” is not a SHA-256; give all 64 hex digits.");
    }

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex Digits();
}
