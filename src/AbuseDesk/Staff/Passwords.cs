using System.Security.Cryptography;

namespace AbuseDesk.Staff;

public static class Passwords
{
    public const int Shortest = 12;

    private const int Longest = 200;

    // 32 signs that nobody mistakes for each other: 5 bits each
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789+";

    /// <exception cref="DeskException">Too short, too long, or nothing but the login.</exception>
    public static void Check(string login, string password)
    {
        if (password.Length < Shortest) throw new DeskException($"The password is shorter than {Shortest} characters; use a longer one.");
        if (password.Length > Longest) throw new DeskException($"The password is longer than {Longest} characters; use a shorter one.");
        var rest = password.Replace(login, "", StringComparison.OrdinalIgnoreCase);
        if (rest.All(c => !char.IsLetterOrDigit(c)) || password.Distinct().Count() < 3)
            throw new DeskException("The password is too easy to guess, as it holds only the login or repeats one sign; choose another.");
    }

    /// <summary>80 random bits in four groups that can be read out on the phone: "k7mp-x3qa-9tnb-w2cd".</summary>
    public static string Generate() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Signs, 4)));
}
