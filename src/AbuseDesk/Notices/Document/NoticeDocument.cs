namespace AbuseDesk.Notices.Document;

/// <summary>
/// A notice as a tree of blocks: what the template made of the facts, and all that the PDF, HTML and text writers see.
/// </summary>
public sealed record NoticeDocument
{
    /// <summary>BCP 47 tag of the text, for instance "en".</summary>
    public required string Language { get; init; }

    /// <summary>Title of the document for its metadata and the mail subject, plain text.</summary>
    public required string Subject { get; init; }

    /// <summary>"N-2021-0036".</summary>
    public required string Reference { get; init; }

    /// <summary>"Notice of suspension", printed in the footer beside the reference.</summary>
    public required string KindName { get; init; }

    /// <summary>"Page {page} of {pages}" in the language of the notice.</summary>
    public required string PageLabel { get; init; }

    public required Letterhead Letterhead { get; init; }

    /// <summary>Instant of compilation, UTC: the date in the metadata, so that the same facts give the same bytes.</summary>
    public required NodaTime.Instant CompiledAt { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }
}

/// <summary>The head of page 1, from the brand file.</summary>
public sealed record Letterhead(string Name, string Unit, IReadOnlyList<string> Lines);
