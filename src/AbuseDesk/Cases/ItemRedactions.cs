using AbuseDesk.Database;
using AbuseDesk.Evidence;
using Dapper;
using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>What notices print instead of an original. The latest of an original that was not undone counts.</summary>
public sealed record Redaction
{
    public required long Id { get; init; }

    /// <summary>Of the sealed screenshot; null where it is the excerpt that was redacted.</summary>
    public string? OriginalSha256 { get; init; }

    /// <summary>Of the picture that is printed instead.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The wording that is printed instead.</summary>
    public string? Excerpt { get; init; }

    /// <summary>"12,40,300,25 0,0,80,20": the boxes of a picture.</summary>
    public string? Boxes { get; init; }

    public required string Reason { get; init; }

    public required Instant RedactedAt { get; init; }

    /// <summary>Login.</summary>
    public required string RedactedBy { get; init; }

    public Instant? UndoneAt { get; init; }

    public string? UndoneBy { get; init; }

    public string? UndoReason { get; init; }

    /// <summary>None where it is the excerpt.</summary>
    public IReadOnlyList<RedactionBox> BoxList =>
        [.. (Boxes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(RedactionBox.Parse)];
}

/// <summary>Reads the redactions of an item.</summary>
public sealed class ItemRedactions(DeskDatabase database)
{
    /// <summary>All there ever were, the latest first.</summary>
    public Task<IReadOnlyList<Redaction>> ListAsync(long itemId) => database.ReadAsync<IReadOnlyList<Redaction>>(async connection =>
        (await connection.QueryAsync<Redaction>(
            """
            select r.id, r.original_sha256, t.sha256, r.excerpt, r.boxes, r.reason, r.redacted_at, r.redacted_by, r.undone_at, r.undone_by, r.undo_reason
            from redactions r left join captures t on t.id = r.capture_id
            where r.item_id = @itemId
            order by r.id desc
            """,
            new { itemId })).AsList());

    internal static Task AddAsync(DeskTransaction tx, Actor actor, NewRedaction redaction) => tx.ExecuteAsync(
        """
        insert into redactions (item_id, original_sha256, capture_id, excerpt, boxes, reason, redacted_at, redacted_by)
        values (@ItemId, @OriginalSha256, @CaptureId, @Excerpt, @Boxes, @Reason, @Now, @Login)
        """,
        new { redaction.ItemId, redaction.OriginalSha256, redaction.CaptureId, redaction.Excerpt, redaction.Boxes, redaction.Reason, tx.Now, actor.Login });

    /// <exception cref="DeskException">There is none, or it is longer than a page.</exception>
    internal static string ReasonOf(string? written, string act) => (written ?? "").Trim() switch
    {
        "" => throw new DeskException($"Give a reason for {act}; it stays in the journal."),
        { Length: > 2000 } => throw new DeskException("The reason is longer than 2,000 characters; shorten it."),
        var reason => reason,
    };
}

/// <summary>The row to be written.</summary>
internal sealed record NewRedaction(long ItemId, string Reason)
{
    public string? OriginalSha256 { get; init; }

    public long? CaptureId { get; init; }

    public string? Excerpt { get; init; }

    public string? Boxes { get; init; }
}
