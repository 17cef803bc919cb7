namespace AbuseDesk.Notices.Document;

/// <summary>A run of text inside a block. U+00A0 keeps words together on one line.</summary>
public abstract record Inline;

public sealed record TextRun(string Value) : Inline;

public sealed record Strong(IReadOnlyList<Inline> Content) : Inline;

public sealed record Emphasis(IReadOnlyList<Inline> Content) : Inline;

/// <summary>A link: <c>#anchor</c> inside the document, or a URL outside it.</summary>
public sealed record Link(string Target, IReadOnlyList<Inline> Content) : Inline;

/// <summary>A SHA-256 as 64 hex digits; writers show eight groups of eight in a fixed-width face.</summary>
public sealed record HashRun(string Sha256) : Inline;

/// <summary>
/// The page number on which an anchor stands; writers without pages leave it out, together with the words around it
/// (" (page " and ")").
/// </summary>
public sealed record PageReference(string Anchor) : Inline
{
    public string Before { get; init; } = "";

    public string After { get; init; } = "";
}

public sealed record LineBreak : Inline;
