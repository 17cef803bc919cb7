using System.Globalization;
using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// Lays a document out on pages. Page numbers inside the text depend on the layout, so it is repeated until they
/// hold still.
/// </summary>
internal sealed class DocumentLayout(TextShaper shaper, NoticeDocument document)
{
    private const string UnknownPage = "0";
    private const int MostPasses = 4;
    private Dictionary<string, int> _pageOfAnchor = new(StringComparer.Ordinal);

    /// <summary>What links can lead to, once the pages are laid out.</summary>
    public IReadOnlySet<string> Anchors => _pageOfAnchor.Keys.ToHashSet(StringComparer.Ordinal);

    public Typesetter Typesetter => new(shaper, new InlineSpans(PageOf));

    public IReadOnlyList<Page> Pages()
    {
        for (var pass = 1; ; pass++)
        {
            var pages = Pagination.Of(Items());
            var anchors = PagesOf(pages);
            var steady = anchors.Count == _pageOfAnchor.Count && anchors.All(pair => _pageOfAnchor.GetValueOrDefault(pair.Key) == pair.Value);
            _pageOfAnchor = anchors;
            if (steady || pass == MostPasses || anchors.Count == 0) return pages;
        }
    }

    private string PageOf(string anchor) =>
        _pageOfAnchor.TryGetValue(anchor, out var page) ? page.ToString(CultureInfo.InvariantCulture) : UnknownPage;

    private static Dictionary<string, int> PagesOf(IReadOnlyList<Page> pages)
    {
        var anchors = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var page = 0; page < pages.Count; page++)
            foreach (var anchor in pages[page].Items.SelectMany(placed => placed.Item.Anchors))
                anchors.TryAdd(anchor, page + 1);
        return anchors;
    }

    private List<FlowItem> Items()
    {
        var setter = Typesetter;
        var items = new List<FlowItem>(LetterheadLayout.Items(setter, document.Letterhead));
        var inAnnex = false;
        foreach (var block in document.Blocks)
        {
            inAnnex |= block is AnnexBlock;
            var added = Items(setter, block, inAnnex);
            if (added.Count == 0) continue;
            if (block is SignatureBlock) KeepWithSignature(items);
            if (block.Anchor is { } anchor) added[0].Anchors.Add(anchor);
            items.AddRange(added);
        }

        foreach (var (index, item) in items.Where(item => item.Outline is not null).Index()) item.Outline!.Destination = $"outline.{index}";

        return items;
    }

    private static void KeepWithSignature(List<FlowItem> before) => before[^1].Keep = Keep.Hard;

    private static List<FlowItem> Items(Typesetter setter, Block block, bool inAnnex) => block switch
    {
        TitleBlock title => HeadingLayout.Title(setter, title),
        HeadingBlock heading => HeadingLayout.Heading(setter, heading),
        ParagraphBlock paragraph => ParagraphLayout.Items(
            setter, paragraph, inAnnex ? ParagraphLayout.SpaceAfterInAnnex : ParagraphLayout.SpaceAfter),
        QuoteBlock quote => QuoteLayout.Items(setter, quote),
        TableBlock table => TableLayout.Items(setter, table),
        ChartBlock chart => ChartLayout.Items(setter, chart),
        SignatureBlock signature => SignatureLayout.Items(setter, signature),
        AnnexBlock annex => HeadingLayout.Annex(setter, annex),
        ExhibitBlock exhibit => ExhibitLayout.Items(setter, exhibit),
        _ => throw new InvalidOperationException($"The PDF writer does not know the block {block.GetType().Name}."),
    };
}
