namespace AbuseDesk;

/// <summary>Text from outside, made fit to be quoted in a sentence.</summary>
public static class Shown
{
    private const int Longest = 80;

    /// <summary>At most 80 characters on one line; control characters become spaces.</summary>
    public static string Briefly(string? text)
    {
        var line = string.Concat((text ?? "").Trim().Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= Longest ? line : line[..(Longest - 1)] + "…";
    }
}
