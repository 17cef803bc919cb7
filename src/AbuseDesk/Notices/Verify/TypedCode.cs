using AbuseDesk.Notices.Drafting;

namespace AbuseDesk.Notices.Verify;

/// <summary>Reads a verification code as people type it: in either case, with or without its hyphen, with spaces.</summary>
public static class TypedCode
{
    // no code holds these four, so that one who typed them took another sign for them; guessing which would double the chance of whoever guesses codes
    private static readonly Dictionary<char, string> Mistaken = new()
    {
        ['0'] = "Q or D",
        ['O'] = "Q or D",
        ['1'] = "L, J or 7",
        ['I'] = "L, J or 7",
    };

    /// <returns>The code as it is printed: "7QXM-4KD2".</returns>
    /// <exception cref="DeskException">No code can read like this; the sentence says what to look at.</exception>
    public static string Read(string typed)
    {
        var signs = string.Concat(typed.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        var mistaken = signs.FirstOrDefault(Mistaken.ContainsKey);
        if (mistaken != default)
            throw new DeskException($"No code holds the sign {mistaken}; look at the notice again, it is probably {Mistaken[mistaken]}.");
        return signs.Length == VerificationCode.Length && signs.All(VerificationCode.Alphabet.Contains)
            ? VerificationCode.Grouped(signs)
            : throw new DeskException($"“{Shown.Briefly(typed)}” cannot be a code; a code is two groups of four letters and digits, as 7QXM-4KD2.");
    }
}
