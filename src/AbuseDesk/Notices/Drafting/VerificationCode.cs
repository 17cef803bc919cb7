using System.Security.Cryptography;

namespace AbuseDesk.Notices.Drafting;

/// <summary>The short code by which anybody can ask whether a notice is genuine: "7QXM-4KD2", 40 bits at random.</summary>
internal static class VerificationCode
{
    // no 0, O, 1 or I: the code is read aloud and typed
    public const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public const int Length = 8;

    public static string Next()
    {
        var letters = RandomNumberGenerator.GetString(Alphabet, Length);
        return Grouped(letters);
    }

    /// <summary>As it is printed: two groups of four.</summary>
    public static string Grouped(string letters) => $"{letters[..4]}-{letters[4..]}";
}
