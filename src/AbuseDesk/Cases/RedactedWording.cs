namespace AbuseDesk.Cases;

/// <summary>An excerpt with parts left out. What is left must be the excerpt's own words, in their order.</summary>
public static class RedactedWording
{
    /// <summary>Stands for what is left out.</summary>
    public const string Mark = "[…]";

    /// <param name="original">The excerpt as it was taken down.</param>
    /// <param name="written">The same with marks; three points in brackets are a mark too.</param>
    /// <returns>The wording to print.</returns>
    /// <exception cref="DeskException">It has no mark, is the original, or says something else.</exception>
    public static string Of(string original, string? written)
    {
        var whole = Even(original);
        if (whole.Length == 0) throw new DeskException("No excerpt was taken down, so there is nothing to redact.");
        var wording = Even(written ?? "").Replace("[...]", Mark, StringComparison.Ordinal);
        if (wording == whole || !wording.Contains(Mark, StringComparison.Ordinal))
            throw new DeskException($"Nothing is redacted; write {Mark} in place of what nobody is to read.");
        return IsOf(whole, wording.Split(Mark))
            ? wording
            : throw new DeskException($"The redacted excerpt has words that the original has not; leave its words as they are and write {Mark} in place of what nobody is to read.");
    }

    private static bool IsOf(string whole, string[] kept)
    {
        if (whole.Length < kept[0].Length + kept[^1].Length
            || !whole.StartsWith(kept[0], StringComparison.Ordinal) || !whole.EndsWith(kept[^1], StringComparison.Ordinal))
            return false;
        var (from, end) = (kept[0].Length, whole.Length - kept[^1].Length);
        foreach (var part in kept[1..^1])
        {
            var at = whole.IndexOf(part, from, end - from, StringComparison.Ordinal);
            if (at < 0) return false;
            from = at + part.Length;
        }

        return true;
    }

    // browsers send line ends of their own
    private static string Even(string text) => text.ReplaceLineEndings("\n").Trim();
}
