using System.Security.Cryptography;

namespace AbuseDesk.Staff;

/// <summary>
/// Rules after NIST SP 800-63B: long, no rule about which signs, nothing that is guessed first, and no change without a reason.
/// The length is that of a password which stands alone, also for those who have a second factor: it may be taken away one day.
/// </summary>
public static class Passwords
{
    public const int Shortest = 15;

    /// <summary>How much of a password must be left without what everybody tries first.</summary>
    private const int Own = 6;

    // what the lists of stolen passwords begin with, the rows of keyboards, and the words of the place; long ones hide in them only by repeating or joining
    private static readonly string[] TriedFirst =
    [
        "password", "passwort", "passw0rd", "p@ssw0rd", "motdepasse", "contraseña", "secret", "letmein", "welcome", "willkommen", "bienvenue",
        "changeme", "admin", "administrator", "root", "default", "qwertyuiop", "qwertzuiop", "azertyuiop", "qwerty", "qwertz", "azerty",
        "asdfghjkl", "asdfgh", "zxcvbnm", "yxcvbnm", "1q2w3e4r", "1qaz2wsx", "iloveyou", "sunshine", "princess", "football", "baseball",
        "dragon", "monkey", "master", "shadow", "superman", "batman", "trustno1", "starwars", "michael", "jennifer", "jordan", "hunter",
        "1234567890", "0987654321", "12345678", "123456", "654321", "111111", "000000", "123123", "abcdefgh", "abc123", "abcdef",
        "abusedesk", "abuse", "desk", "hosting", "provider", "login",
    ];

    private const int Longest = 200;

    // 32 signs that nobody mistakes for each other: 5 bits each
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789+";

    /// <param name="login">Whose it is to be.</param>
    /// <param name="password">As it will be typed.</param>
    /// <param name="name">Of the person, whose words are tried early too.</param>
    /// <exception cref="DeskException">Too short, too long, or hardly anything but what everybody tries first.</exception>
    public static void Check(string login, string password, string name = "")
    {
        if (password.Length < Shortest) throw new DeskException($"The password is shorter than {Shortest} characters; use a longer one.");
        if (password.Length > Longest) throw new DeskException($"The password is longer than {Longest} characters; use a shorter one.");
        var rest = name.Split(' ').Append(login).Concat(TriedFirst).Where(word => word.Length > 2)
            .OrderByDescending(word => word.Length)
            .Aggregate(password, (left, word) => left.Replace(word, "", StringComparison.OrdinalIgnoreCase));
        if (rest.Count(char.IsLetterOrDigit) < Own || password.Distinct().Count() < 5)
            throw new DeskException("The password is too easy to guess, as it is made of what everybody tries first: common passwords, the login, the name, or a few signs again and again; choose another.");
    }

    /// <summary>80 random bits in four groups that can be read out on the phone: "k7mp-x3qa-9tnb-w2cd".</summary>
    public static string Generate() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Signs, 4)));
}
