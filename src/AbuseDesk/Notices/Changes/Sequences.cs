namespace AbuseDesk.Notices.Changes;

/// <summary>Compares two sequences by their longest common part.</summary>
internal static class Sequences
{
    // beyond this, a table of every pair is too large; the differing middle is then shown as replaced
    private const long MostPairs = 4_000_000;

    public static IReadOnlyList<(Change Change, string Text)> Compare(string[] older, string[] newer)
    {
        var start = 0;
        while (start < older.Length && start < newer.Length && older[start] == newer[start]) start++;
        var end = 0;
        while (end < older.Length - start && end < newer.Length - start && older[^(end + 1)] == newer[^(end + 1)]) end++;
        return
        [
            .. older[..start].Select(text => (Change.Kept, text)),
            .. Middle(older[start..^end], newer[start..^end]),
            .. older[^end..].Select(text => (Change.Kept, text)),
        ];
    }

    private static List<(Change, string)> Middle(string[] older, string[] newer)
    {
        if ((long)older.Length * newer.Length > MostPairs || older.Length == 0 || newer.Length == 0)
            return [.. older.Select(text => (Change.Struck, text)), .. newer.Select(text => (Change.Added, text))];
        return Walk(older, newer, Lengths(older, newer));
    }

    /// <summary>How long the common part of the two tails is, from each pair of places on.</summary>
    private static int[,] Lengths(string[] older, string[] newer)
    {
        var lengths = new int[older.Length + 1, newer.Length + 1];
        for (var i = older.Length - 1; i >= 0; i--)
        {
            for (var j = newer.Length - 1; j >= 0; j--)
                lengths[i, j] = older[i] == newer[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }

        return lengths;
    }

    private static List<(Change, string)> Walk(string[] older, string[] newer, int[,] lengths)
    {
        var result = new List<(Change, string)>();
        var (i, j) = (0, 0);
        while (i < older.Length && j < newer.Length)
        {
            if (older[i] == newer[j])
            {
                result.Add((Change.Kept, older[i++]));
                j++;
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1]) result.Add((Change.Struck, older[i++]));
            else result.Add((Change.Added, newer[j++]));
        }

        result.AddRange(older[i..].Select(text => (Change.Struck, text)));
        result.AddRange(newer[j..].Select(text => (Change.Added, text)));
        return result;
    }
}
