namespace AbuseDesk.Notices.Pdf;

/// <summary>Distributes items over pages, keeping together what belongs together.</summary>
internal sealed class Pager
{
    /// <summary>Of the space between items, where a document would otherwise end with a few lines on a page of their own.</summary>
    private static readonly float[] _tighter = [0.9f, 0.8f, 0.7f];

    private readonly float _space;
    private readonly List<Page> _pages = [];
    private readonly List<PlacedItem> _page = [];
    private float _y = PdfStyle.FirstTop;
    private float _after;

    private Pager(float space) => _space = space;

    public static IReadOnlyList<Page> Paginate(IReadOnlyList<FlowItem> items)
    {
        var pages = Paginate(items, 1);
        return IsNearlyEmpty(pages) && _tighter.Select(space => Paginate(items, space)).FirstOrDefault(fewer => fewer.Count < pages.Count) is { } drawnIn
            ? drawnIn
            : pages;
    }

    private static bool IsNearlyEmpty(List<Page> pages) =>
        pages.Count > 1 && pages[^1].Items.Max(placed => placed.Y + placed.Item.Height) - PdfStyle.Top < FullPage / 4;

    private static List<Page> Paginate(IReadOnlyList<FlowItem> items, float space)
    {
        var pager = new Pager(space);
        pager.PlaceAll(items, Keep.Soft);
        pager.EndPage();
        return pager._pages;
    }

    private static float FullPage => PdfStyle.Bottom - PdfStyle.Top;

    private void PlaceAll(IReadOnlyList<FlowItem> items, Keep strength)
    {
        for (var start = 0; start < items.Count;)
        {
            var end = start;
            while (end < items.Count - 1 && items[end].Keep >= strength && !items[end + 1].NewPage) end++;
            PlaceGroup([.. items.Skip(start).Take(end - start + 1)], strength);
            start = end + 1;
        }
    }

    private void PlaceGroup(List<FlowItem> group, Keep strength)
    {
        if (group[0].NewPage) EndPage();
        var needed = HeightOf(group);
        if (Gap(group[0]) + needed > PdfStyle.Bottom - _y)
        {
            if (HeadOf(group[0]) + needed <= FullPage) EndPage();
            else if (strength == Keep.Soft)
            {
                PlaceAll(group, Keep.Hard);
                return;
            }
        }

        foreach (var item in group) Place(item);
    }

    private void Place(FlowItem item)
    {
        // only an item higher than what is left of a fresh page runs over; rows and pictures are cut to size before
        if (Gap(item) + item.Height > PdfStyle.Bottom - _y && _page.Count > 0) EndPage();
        if (_page.Count == 0 && item.RepeatedHead is { } head) Put(head.Repeated());
        Put(item);
    }

    private void Put(FlowItem item)
    {
        _y += Gap(item);
        _page.Add(new(item, _y));
        _y += item.Height;
        _after = item.After;
    }

    private float Gap(FlowItem item) => _page.Count == 0 ? 0 : Math.Max(_after, item.Before) * _space;

    private static float HeadOf(FlowItem item) => item.RepeatedHead?.Height ?? 0;

    private float HeightOf(List<FlowItem> group)
    {
        var height = group[0].Height;
        for (var i = 1; i < group.Count; i++) height += Math.Max(group[i - 1].After, group[i].Before) * _space + group[i].Height;
        return height;
    }

    private void EndPage()
    {
        if (_page.Count == 0) return;
        _pages.Add(new([.. _page]));
        _page.Clear();
        (_y, _after) = (PdfStyle.Top, 0);
    }
}
