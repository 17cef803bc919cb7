using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Mail;

/// <summary>Mails that were queued or tried at an instant that is still to come: the clock was put back, and they must not wait until it is there again.</summary>
internal static class PutBackClock
{
    // clocks of several nodes differ a little
    private static readonly Duration Tolerance = Duration.FromMinutes(1);

    /// <summary>Counts their pauses from now on.</summary>
    public static Task FollowAsync(DeskDatabase database, CancellationToken cancel) => database.WriteAsync(async tx =>
    {
        var early = await tx.QueryAsync<Waiting>(
            """
            select id, coalesce(counted_from, queued_at) as counted_from, next_attempt_at from outbox
            where status = 'waiting' and next_attempt_at > @Now and coalesce(counted_from, queued_at) > @later
            """,
            new { tx.Now, later = tx.Now + Tolerance });
        foreach (var mail in early)
        {
            await tx.ExecuteAsync(
                "update outbox set next_attempt_at = @next, counted_from = @Now where id = @Id and next_attempt_at = @NextAttemptAt",
                new { next = tx.Now + (mail.NextAttemptAt - mail.CountedFrom), tx.Now, mail.Id, mail.NextAttemptAt });
        }
    }, cancel);

    private sealed record Waiting
    {
        public required long Id { get; init; }

        public required Instant CountedFrom { get; init; }

        public required Instant NextAttemptAt { get; init; }
    }
}
