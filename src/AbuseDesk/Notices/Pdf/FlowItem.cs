namespace AbuseDesk.Notices.Pdf;

internal enum Keep
{
    /// <summary>A page may end after this item.</summary>
    None,

    /// <summary>The next item follows on the same page if a page can hold all that is kept together.</summary>
    Soft,

    /// <summary>The next item always follows on the same page.</summary>
    Hard,
}

/// <summary>
/// What stands on a page as a whole: a line, a table row, a picture. The space between two items is the larger of
/// the one's <see cref="After"/> and the other's <see cref="Before"/>. Lengths in points.
/// </summary>
internal sealed class FlowItem
{
    public float Before { get; set; }

    public float After { get; set; }

    public required float Height { get; init; }

    public Keep Keep { get; set; }

    public bool NewPage { get; set; }

    /// <summary>Draws with the item's top edge at the given y.</summary>
    public required Action<Painter, float> Draw { get; init; }

    public List<string> Anchors { get; } = [];

    /// <summary>Title in the outline of the file.</summary>
    public OutlineEntry? Outline { get; set; }

    /// <summary>Drawn again at the top of a page that this item starts (the head row of a table).</summary>
    public FlowItem? RepeatedHead { get; init; }

    /// <summary>The same to look at, without being a target of links again.</summary>
    public FlowItem Repeated() => new() { Before = Before, After = After, Height = Height, Draw = Draw };
}
