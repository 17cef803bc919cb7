using AbuseDesk.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Mail;

/// <summary>A mail in the outbox, waiting, sent or failed.</summary>
public sealed record MailRow
{
    public required long Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>Addresses, comma-separated.</summary>
    public required string Recipients { get; init; }

    public required string Subject { get; init; }

    public required string Status { get; init; }

    public required Instant QueuedAt { get; init; }

    public required Instant? SentAt { get; init; }

    /// <summary>The file or the server's answer; null until it is sent.</summary>
    public required string? DeliveredTo { get; init; }
}

/// <summary>The mail of a case, the oldest first.</summary>
public sealed class ListMail(DeskDatabase database)
{
    public Task<IReadOnlyList<MailRow>> RunAsync(long caseId) =>
        database.ReadAsync<IReadOnlyList<MailRow>>(async connection => (await connection.QueryAsync<MailRow>(
            "select id, kind, recipients, subject, status, queued_at, sent_at, delivered_to from outbox where case_id = @caseId order by id",
            new { caseId })).AsList());
}
