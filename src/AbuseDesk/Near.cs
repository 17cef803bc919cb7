namespace AbuseDesk;

/// <summary>What somebody meant who wrote a word nearly right.</summary>
public static class Near
{
    /// <summary>The nearest candidate; null where none is near, as a wrong guess helps nobody.</summary>
    /// <param name="written">The word as it was written.</param>
    /// <param name="candidates">The words that there are.</param>
    /// <param name="forms">The forms in which a candidate may be written; itself where none are given.</param>
    public static string? Find(string written, IEnumerable<string> candidates, Func<string, IEnumerable<string>>? forms = null)
    {
        var wanted = Plain(written);
        var (nearest, distance) = candidates
            .Select(candidate => (candidate, Distance: (forms?.Invoke(candidate) ?? [candidate]).Min(form => Distance(Plain(form), wanted))))
            .OrderBy(one => one.Distance)
            .ThenBy(one => one.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest is not null && distance <= Math.Max(1, wanted.Length / 4) ? nearest : null;
    }

    private static string Plain(string name) => name.Trim().ToLowerInvariant().Replace(' ', '_');

    /// <summary>How many letters must be added, dropped or changed to come from one text to the other.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        foreach (var letter in from)
        {
            var diagonal = row[0]++;
            for (var i = 1; i <= to.Length; i++)
            {
                var changed = diagonal + (letter == to[i - 1] ? 0 : 1);
                diagonal = row[i];
                row[i] = Math.Min(changed, Math.Min(row[i], row[i - 1]) + 1);
            }
        }

        return row[^1];
    }
}
