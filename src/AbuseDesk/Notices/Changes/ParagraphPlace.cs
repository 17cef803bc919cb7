namespace AbuseDesk.Notices.Changes;

/// <summary>Finds a paragraph of one text again in another.</summary>
public static class ParagraphPlace
{
    // less in common than this, and it is another paragraph
    private const double LeastShare = 0.3;

    /// <summary>
    /// The same words, where they stand by the order of the texts; else what took their place, which shares some of them; null where
    /// nothing did.
    /// </summary>
    public static TextParagraph? Find(TextParagraph was, IReadOnlyList<TextParagraph> then, IReadOnlyList<TextParagraph> now)
    {
        var (before, after, mine) = (0, 0, false);
        List<TextParagraph> added = [];
        TextParagraph? instead = null;
        foreach (var (change, _) in Sequences.Compare([.. then.Select(each => each.Sha256)], [.. now.Select(each => each.Sha256)]))
        {
            if (change == Change.Kept)
            {
                if (then[before].Ordinal == was.Ordinal)
                    return now[after];
                instead ??= mine ? Closest(was, added) : null;
                (mine, added) = (false, []);
            }
            else if (change == Change.Struck) mine |= then[before].Ordinal == was.Ordinal;
            else added.Add(now[after]);
            if (change != Change.Added) before++;
            if (change != Change.Struck) after++;
        }

        // words that moved past others are the same words
        return now.FirstOrDefault(each => each.Sha256 == was.Sha256) ?? instead ?? (mine ? Closest(was, added) : null);
    }

    private static TextParagraph? Closest(TextParagraph was, List<TextParagraph> added) =>
        added.Select(each => (Paragraph: each, Share: Share(was.Words, each.Words))).Where(pair => pair.Share >= LeastShare).OrderByDescending(pair => pair.Share)
            .Select(pair => pair.Paragraph).FirstOrDefault();

    private static double Share(string older, string newer)
    {
        var left = newer.Split(' ').ToLookup(word => word).ToDictionary(words => words.Key, words => words.Count());
        var (words, common) = (older.Split(' '), 0);
        foreach (var word in words)
        {
            if (left.GetValueOrDefault(word) is 0) continue;
            left[word]--;
            common++;
        }

        return 2.0 * common / (words.Length + newer.Split(' ').Length);
    }
}
