namespace AbuseDesk.Notices.Pdf;

/// <summary>Distributes the items of a part of the notice over pages, keeping together what belongs together.</summary>
/// <param name="top">Where the first page begins.</param>
/// <param name="squeeze">1, or less for less space between items.</param>
/// <param name="reserve">Kept free at the foot of one page.</param>
/// <param name="reserved">The index of that page.</param>
internal sealed class Pager(float top, float squeeze = 1, float reserve = 0, int reserved = -1)
{
    private readonly List<Page> _pages = [];
    private readonly List<PlacedItem> _page = [];
    private float _y = top;
    private float _after;

    public IReadOnlyList<Page> Paginate(IReadOnlyList<FlowItem> items)
    {
        PlaceAll(items, Keep.Soft);
        EndPage();
        return _pages;
    }

    private float Bottom => PdfStyle.Bottom - (_pages.Count == reserved ? reserve : 0);

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
        if (Gap(group[0]) + needed > Bottom - _y)
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
        if (Gap(item) + item.Height > Bottom - _y && _page.Count > 0) EndPage();
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

    private float Gap(FlowItem item) => _page.Count == 0 ? 0 : squeeze * Math.Max(_after, item.Before);

    private static float HeadOf(FlowItem item) => item.RepeatedHead?.Height ?? 0;

    private float HeightOf(List<FlowItem> group)
    {
        var height = group[0].Height;
        for (var i = 1; i < group.Count; i++) height += squeeze * Math.Max(group[i - 1].After, group[i].Before) + group[i].Height;
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
