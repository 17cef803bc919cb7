using System.Text;

namespace AbuseDesk.Notices.Pdf;

/// <summary>A title in the outline of the file, with its depth from 1, and the destination it leads to.</summary>
internal sealed record OutlineEntry(string Title, int Depth)
{
    public string Destination { get; set; } = "";
}

/// <summary>The outline ("bookmarks") of a PDF, two levels deep, the lower one closed.</summary>
internal sealed class PdfOutline
{
    private readonly IReadOnlyList<OutlineEntry> _entries;
    private readonly int _root;

    /// <summary>Indices of the entries under each entry; those under the root come first.</summary>
    private readonly List<List<int>> _children = [[]];
    private readonly List<int> _parents = [];
    private readonly string[] _items;

    private PdfOutline(IReadOnlyList<OutlineEntry> entries, int root)
    {
        _entries = entries;
        _root = root;
        _items = new string[entries.Count];
        var upper = -1;
        for (var i = 0; i < entries.Count; i++)
        {
            // a lower title before any upper one stands at the top
            var parent = entries[i].Depth == 1 ? -1 : upper;
            _parents.Add(parent);
            _children[parent + 1].Add(i);
            _children.Add([]);
            if (entries[i].Depth == 1) upper = i;
        }
    }

    /// <summary>Adds the outline; gives the catalog entry that refers to it, or "" without titles.</summary>
    public static string Add(PdfFile file, IReadOnlyList<OutlineEntry> entries)
    {
        if (entries.Count == 0) return "";
        var outline = new PdfOutline(entries, file.NextNumber);
        var top = outline._children[0];
        file.Add($"<</Type /Outlines /First {outline.Reference(top[0])} /Last {outline.Reference(top[^1])} /Count {top.Count}>>");
        foreach (var siblings in outline._children)
            for (var place = 0; place < siblings.Count; place++) outline._items[siblings[place]] = outline.Item(siblings, place);
        foreach (var item in outline._items) file.Add(item);
        return $"\n/Outlines {outline._root} 0 R";
    }

    private string Item(List<int> siblings, int place)
    {
        var index = siblings[place];
        var children = _children[index + 1];
        var item = $"<</Title {Text(_entries[index].Title)} /Parent {Reference(_parents[index])} /Dest /{_entries[index].Destination}";
        if (place > 0) item += $" /Prev {Reference(siblings[place - 1])}";
        if (place < siblings.Count - 1) item += $" /Next {Reference(siblings[place + 1])}";
        if (children.Count > 0) item += $" /First {Reference(children[0])} /Last {Reference(children[^1])} /Count -{children.Count}";
        return item + ">>";
    }

    /// <summary>The root is followed by its entries, numbered in order; -1 is the root itself.</summary>
    private string Reference(int index) => $"{_root + 1 + index} 0 R";

    private static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
}
