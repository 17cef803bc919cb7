namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// The pages of a notice, part by part (the letter, each annex, each exhibit). A part does not end with a line or two on
/// a page of their own: they are drawn in by narrower spaces, or get company from the page before.
/// </summary>
internal static class Pagination
{
    private const float Line = 15;

    /// <summary>Less than this on the last page of a part is lonely.</summary>
    private const float Company = 5 * Line;

    /// <summary>Narrower spaces look cramped.</summary>
    private static readonly float[] Squeezes = [0.9f, 0.8f, 0.7f];

    public static IReadOnlyList<Page> Of(IReadOnlyList<FlowItem> items)
    {
        var pages = new List<Page>();
        for (var start = 0; start < items.Count;)
        {
            var end = start + 1;
            while (end < items.Count && !items[end].NewPage) end++;
            pages.AddRange(Fit([.. items.Skip(start).Take(end - start)], pages.Count == 0 ? PdfStyle.FirstTop : PdfStyle.Top));
            start = end;
        }

        return pages;
    }

    private static IReadOnlyList<Page> Fit(List<FlowItem> part, float top)
    {
        var pages = new Pager(top).Paginate(part);
        if (!EndsLonely(pages)) return pages;
        foreach (var squeeze in Squeezes)
        {
            var tight = new Pager(top, squeeze).Paginate(part);
            if (tight.Count < pages.Count) return tight;
        }

        for (var reserve = Line; reserve <= 2 * Company; reserve += Line)
        {
            var shared = new Pager(top, 1, reserve, pages.Count - 2).Paginate(part);
            if (shared.Count == pages.Count && !EndsLonely(shared)) return shared;
        }

        return pages;
    }

    private static bool EndsLonely(IReadOnlyList<Page> pages) =>
        pages.Count > 1 && pages[^1].Items[^1] is var last && last.Y + last.Item.Height - PdfStyle.Top < Company;
}
