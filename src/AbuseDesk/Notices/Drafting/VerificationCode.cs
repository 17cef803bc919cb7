using System.Security.Cryptography;

namespace AbuseDesk.Notices.Drafting;

/// <summary>The short code by which anybody can ask whether a notice is genuine: "7QXM-4KD2", 40 bits at random.</summary>
internal static class VerificationCode
{
    // no 0, O, 1 or I: the code is read aloud and typed
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static string Next()
    {
        var letters = RandomNumberGenerator.GetString(Alphabet, 8);
        return $"{letters[..4]}-{letters[4..]}";
    }
}
