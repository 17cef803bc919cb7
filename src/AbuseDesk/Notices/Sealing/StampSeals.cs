using System.Security.Cryptography.Pkcs;
using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Journal;
using AbuseDesk.Mail;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Review;
using NodaTime;

namespace AbuseDesk.Notices.Sealing;

/// <summary>What one pass did; <see cref="Problem"/> says why it ended early.</summary>
public sealed record StampSummary(int Stamped, string? Problem = null);

/// <summary>
/// One pass over the seals that await a time stamp. Any number of workers may run it at once: each takes a seal for a while, asks the
/// server outside of any transaction, and then writes what became of it. The mail that waits leaves with the stamped seal.
/// </summary>
public sealed class StampSeals(DeskDatabase database, DeskSettings settings, EvidenceFiles files, TimestampServer server, NoticeMail mail)
{
    private static readonly Duration Lease = Duration.FromMinutes(2);

    /// <summary>Ends when nothing is due, or when the server gives no time stamp: then the others would not get one either.</summary>
    public async Task<StampSummary> RunAsync(CancellationToken cancel = default)
    {
        var stamped = 0;
        if (settings.Seal?.TimestampUrl is not { } url) return new StampSummary(stamped);
        while (await TakeAsync(cancel) is { } taken)
        {
            try
            {
                var seal = await files.ReadAsync(taken.SealSha256);
                var token = await server.StampAsync(url, seal, cancel);
                await KeepAsync(taken, SealWriter.WithStamp(seal, token), token);
                stamped++;
            }
            catch (DeskException problem)
            {
                await PostponeAsync(taken, problem.Message);
                return new StampSummary(stamped, problem.Message);
            }
        }

        return new StampSummary(stamped);
    }

    // due again after the lease: what a worker that died had is taken by another
    private Task<SealRow?> TakeAsync(CancellationToken cancel) => database.WriteAsync(tx => tx.FindAsync<SealRow>(
        $"""
        update notice_seals set stamp_due_at = @until
        where notice_id in (
          select notice_id from notice_seals where stamp_due_at <= @Now order by stamp_due_at, notice_id limit 1 {tx.Dialect.SkipLocked})
        returning *
        """,
        new { until = tx.Now + Lease, tx.Now }), cancel);

    private Task KeepAsync(SealRow taken, byte[] stamped, Rfc3161TimestampToken token) => database.WriteAsync(async tx =>
    {
        var notice = await tx.GetAsync<NoticeRow>("select * from notices where id = @NoticeId", taken);
        var by = SealReader.StampSigner(token)?.Subject ?? settings.Seal!.TimestampUrl!.Host;
        var at = Instant.FromDateTimeOffset(token.TokenInfo.Timestamp);
        var kept = await SealNotice.KeepAsync(tx, Actor.Worker, files, notice.Ref, stamped, $"time stamp of {by} added by AbuseDesk");
        var written = await tx.ExecuteAsync(
            """
            update notice_seals set seal_sha256 = @kept, stamped_at = @at, stamped_by = @by, stamp_due_at = null, stamp_error = null
            where notice_id = @NoticeId and stamped_at is null
            """,
            new { kept, at, by, taken.NoticeId });
        // a lease ran out and another worker was faster
        if (written == 0) return;
        var caseRef = await NoticeRecords.CaseRefAsync(tx, notice);
        await JournalWriter.AppendAsync(tx, caseRef, Actor.Worker, "seal-stamped",
            $"the seal of {notice.Ref} bears a time stamp of {by}",
            new { notice = notice.Ref, seal_sha256 = kept, stamped_at = InstantHandler.Text(at), stamped_by = by });
        await mail.ReplaceSealAsync(tx, notice, caseRef, stamped);
    });

    private Task PostponeAsync(SealRow taken, string problem) => database.WriteAsync(async tx =>
    {
        var pause = RetryPause.After(taken.StampAttempts + 1);
        var written = await tx.ExecuteAsync(
            """
            update notice_seals set stamp_attempts = stamp_attempts + 1, stamp_due_at = @next, stamp_error = @problem
            where notice_id = @NoticeId and stamped_at is null and stamp_attempts = @StampAttempts
            """,
            new { next = pause is { } wait ? tx.Now + wait : (Instant?)null, problem, taken.NoticeId, taken.StampAttempts });
        if (written == 0 || pause is not null) return;
        var notice = await tx.GetAsync<NoticeRow>("select * from notices where id = @NoticeId", taken);
        await JournalWriter.AppendAsync(tx, await NoticeRecords.CaseRefAsync(tx, notice), Actor.Worker, "seal-not-stamped",
            $"the seal of {notice.Ref} bears no time stamp: {problem}", new { notice = notice.Ref, seal_sha256 = taken.SealSha256 });
    });
}
