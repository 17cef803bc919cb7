namespace AbuseDesk.Notices.Document;

/// <summary>One block of a notice, in reading order. <see cref="Anchor"/> is what links point at, without the "#".</summary>
public abstract record Block
{
    public string? Anchor { get; init; }
}

/// <summary>The one title of the notice.</summary>
public sealed record TitleBlock(IReadOnlyList<Inline> Content) : Block;

/// <summary>Heading of a section; its number hangs in the margin in the accent colour.</summary>
public sealed record HeadingBlock(int Level, string? Number, IReadOnlyList<Inline> Content) : Block;

/// <summary>
/// A paragraph. Its label (a paragraph number, or a word such as "Scope") hangs in the margin; a verdict
/// ("not met") stands under the label. <see cref="Tight"/> leaves out the space after (particulars at the head).
/// </summary>
public sealed record ParagraphBlock(IReadOnlyList<Inline> Content) : Block
{
    public string? Label { get; init; }

    public string? Verdict { get; init; }

    public bool Tight { get; init; }

    /// <summary>Where the paragraph sends its reader, as a QR code under the label of the PDF; null for none.</summary>
    public string? QrCode { get; init; }
}

/// <summary>A clause quoted from the terms, with a line that names the version above it.</summary>
public sealed record QuoteBlock(IReadOnlyList<Inline>? VersionLine, IReadOnlyList<QuoteLine> Lines) : Block;

/// <summary>A paragraph of a quote; a marker such as "(a)" makes it an indented sub-clause.</summary>
public sealed record QuoteLine(string? Marker, IReadOnlyList<Inline> Content);

public enum TableStyle
{
    /// <summary>A table in the text column, with a caption.</summary>
    Plain,

    /// <summary>Label, instant in words, zone; serif, between two rules.</summary>
    Instants,

    /// <summary>The full-width tables of the annexes.</summary>
    Annex,
}

public enum Align
{
    Left,
    Right,
}

/// <summary>A column; width in millimetres, or null for a share of what remains.</summary>
public sealed record Column(double? WidthMillimetres, Align Align = Align.Left);

public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    public string? Anchor { get; init; }

    /// <summary>A row that sums those above it: a rule over it, in a heavier weight.</summary>
    public bool Sum { get; init; }
}

/// <summary>A cell; <see cref="Excerpt"/> is quoted text set in the serif under the content (annex tables).</summary>
public sealed record TableCell(IReadOnlyList<Inline> Content)
{
    public int Span { get; init; } = 1;

    public IReadOnlyList<Inline>? Excerpt { get; init; }
}

public sealed record TableBlock(TableStyle Style, IReadOnlyList<Column> Columns, TableRow? Head, IReadOnlyList<TableRow> Rows) : Block
{
    /// <summary>"Table 1." in a heavier weight, then the words of the caption.</summary>
    public Caption? Caption { get; init; }
}

public sealed record Caption(string Number, IReadOnlyList<Inline> Content);

/// <summary>Stacked bars by week with events marked below them.</summary>
public sealed record ChartBlock(Caption Caption, ChartLegend Legend, IReadOnlyList<ChartWeek> Weeks, IReadOnlyList<ChartEvent> Events) : Block
{
    /// <summary>The figures in words, for readers who do not see the chart.</summary>
    public required string Description { get; init; }
}

public sealed record ChartLegend(string StillUp, string Removed);

public sealed record ChartWeek(string Label, int StillUp, int Removed);

/// <summary>A mark under the bars; position in weeks from the start of the first week (1.43 = the second week, day 3).</summary>
public sealed record ChartEvent(double Position, string Date, string Word);

public sealed record SignatureBlock(string Organisation, IReadOnlyList<Signatory> Signatories) : Block;

public sealed record Signatory(string Label, string Name, string Role);

/// <summary>Starts an annex on a new page: "Annex A" in the accent colour, then its title. What follows uses the full width.</summary>
public sealed record AnnexBlock(string Label, string Title) : Block;

/// <summary>An exhibit on a page of its own: particulars, then the picture as large as the rest of the page allows.</summary>
public sealed record ExhibitBlock(string Title, Link Back, IReadOnlyList<Particular> Particulars, ExhibitPicture Picture) : Block;

/// <summary>One labelled line of an exhibit; <see cref="Quoted"/> sets it in the serif.</summary>
public sealed record Particular(string Label, IReadOnlyList<Inline> Content, bool Quoted = false);

/// <summary>The picture of an exhibit, named by the hash of its bytes; size in pixels.</summary>
public sealed record ExhibitPicture(string Sha256, string MediaType, int Width, int Height, string Description);
