using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using NodaTime;

namespace AbuseDesk.Staff.SecondFactor;

/// <summary>Codes of RFC 6238 as all authenticators know them: six digits, half a minute each, HMAC-SHA-1.</summary>
public static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int SecondsAStep = 30;

    /// <summary>160 random bits, as RFC 4226 asks for, in base 32: 32 signs.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetString(Base32, 32);

    /// <summary>What the QR code holds.</summary>
    public static string Address(string secret, string login) =>
        $"otpauth://totp/AbuseDesk:{Uri.EscapeDataString(login)}?secret={secret}&issuer=AbuseDesk";

    /// <summary>Which step a code is of: now, the one before or the one after, as clocks differ; null where it is of none.</summary>
    public static long? StepOf(string secret, string code, Instant now)
    {
        var typed = new string([.. code.Where(char.IsAsciiDigit)]);
        if (typed.Length != 6) return null;
        var current = now.ToUnixTimeSeconds() / SecondsAStep;
        for (var step = current - 1; step <= current + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(CodeAt(secret, step)), System.Text.Encoding.ASCII.GetBytes(typed)))
                return step;
        }

        return null;
    }

    public static string CodeAt(string secret, Instant at) => CodeAt(secret, at.ToUnixTimeSeconds() / SecondsAStep);

    private static string CodeAt(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // the only hash that all authenticators know; HMAC does not rest on collisions
        var hash = HMACSHA1.HashData(Bytes(secret), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string secret)
    {
        var bytes = new List<byte>();
        var (bits, value) = (0, 0);
        foreach (var sign in secret)
        {
            value = (value << 5 | Base32.IndexOf(sign, StringComparison.Ordinal)) & 0xfff;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(value >> bits));
        }

        return [.. bytes];
    }
}
