using NodaTime;

namespace AbuseDesk.Notices.Review.Comments;

/// <summary>One act in a thread: commented, answered, resolved, reopened.</summary>
public sealed record CommentEntry
{
    public required long CommentId { get; init; }

    public required string Act { get; init; }

    /// <summary>Null where somebody resolved or reopened it without a word.</summary>
    public required string? Text { get; init; }

    public required Instant ActedAt { get; init; }

    public required string ActedBy { get; init; }
}

/// <summary>A comment on a paragraph of a notice, with what was answered, as it stands to the text of one version.</summary>
public sealed record NoticeComment
{
    /// <summary>In its notice; what people say and type.</summary>
    public required int Number { get; init; }

    public required bool Open { get; init; }

    /// <summary>The version that it was written on.</summary>
    public required int NoticeVersion { get; init; }

    /// <summary>The ordinal of its paragraph in that version.</summary>
    public required int Paragraph { get; init; }

    /// <summary>The words of its paragraph as they were.</summary>
    public required string Words { get; init; }

    /// <summary>Whether the words are still there, unchanged.</summary>
    public required bool Unchanged { get; init; }

    /// <summary>Where the paragraph, or what took its place, stands in the version looked at; null where nothing did.</summary>
    public required int? ParagraphNow { get; init; }

    /// <summary>The number that this paragraph prints, as 1.2; null where it prints none.</summary>
    public required string? Label { get; init; }

    /// <summary>What took the place of the words; null where they are unchanged, or nothing did.</summary>
    public required string? WordsNow { get; init; }

    /// <summary>The comment itself first.</summary>
    public required IReadOnlyList<CommentEntry> Entries { get; init; }

    /// <summary>"paragraph 12 (1.2)", "a paragraph that was changed", "a paragraph that was taken out".</summary>
    public string About => this switch
    {
        { Unchanged: true } => $"paragraph {ParagraphNow}{(Label is null ? "" : $" ({Label})")}",
        { ParagraphNow: not null } => "a paragraph that was changed",
        _ => "a paragraph that was taken out",
    };
}
