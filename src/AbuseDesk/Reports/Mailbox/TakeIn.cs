using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Journal;
using AbuseDesk.Mail.Receiving;
using NodaTime;

namespace AbuseDesk.Reports.Mailbox;

/// <summary>Keeps a mail that came in, and puts it where it belongs: on its case, with the mail that it reports about, or into the intake.</summary>
public sealed class TakeIn(DeskDatabase database, EvidenceIntake evidence, References references)
{
    /// <returns>What became of it; null where the very same bytes were taken before.</returns>
    /// <exception cref="DeskException">It cannot be kept as evidence.</exception>
    public async Task<IncomingStatus?> RunAsync(IncomingMail mail, CancellationToken cancel = default)
    {
        if (await database.SnapshotAsync(tx => KnownAsync(tx, mail.Sha256), cancel)) return null;
        var received = mail.ReceivedAt ?? database.Now;
        var original = await evidence.TakeAsync(mail.Bytes, Facts(mail, "mail.eml", received));
        var (files, left) = await FilesAsync(mail, received);
        return await database.WriteAsync(async tx =>
        {
            var match = mail.Kind == IncomingKind.Report ? null : await CaseMatch.FindAsync(tx, mail);
            var head = match is null ? null : await CaseHead.TakeAsync(tx, match.CaseId);
            await original.AddCaptureAsync(tx, Actor.Worker);
            var about = await SentMails.ReportAsync(tx, mail.News);
            var status = about is not null ? IncomingStatus.Noted : head is not null ? IncomingStatus.OnCase : IncomingStatus.Intake;
            var kept = await InsertAsync(tx, mail, new Place(status, head?.Id ?? about?.CaseId, match?.OutboxId ?? about?.Id, match?.By), received, left);
            if (kept is not { } row) return (IncomingStatus?)null;
            foreach (var (ordinal, file) in files.Index())
            {
                var capture = await file.AddCaptureAsync(tx, Actor.Worker);
                await tx.ExecuteAsync("insert into incoming_files (incoming_id, ordinal, capture_id) values (@Id, @ordinal, @capture)", new { row.Id, ordinal, capture });
            }

            if (head is not null) await LandOnCase.RunAsync(tx, Actor.Worker, head, await IncomingMails.GetAsync(tx, row.Ref));
            else await JournalAsync(tx, mail, about?.CaseRef ?? JournalWriter.Desk, row.Ref, status);
            return status;
        }, cancel);
    }

    private static Task<bool> KnownAsync(DeskTransaction tx, string sha256) =>
        tx.GetAsync<bool>("select exists (select 1 from incoming_mail where sha256 = @sha256)", new { sha256 });

    /// <summary>Attachments as evidence; one that is not what its name claims stands in the original alone, and that is said.</summary>
    private async Task<(List<TakenEvidence> Files, string? Left)> FilesAsync(IncomingMail mail, Instant received)
    {
        var (files, left) = (new List<TakenEvidence>(), new List<string>());
        foreach (var file in mail.Files)
        {
            try
            {
                files.Add(await evidence.TakeAsync(file.Content, Facts(mail, file.FileName, received) with { Purpose = EvidencePurpose.Document }));
            }
            catch (DeskException problem)
            {
                left.Add($"{file.FileName} is kept in the mail alone: {problem.Message}");
            }
        }

        return (files, left.Count == 0 ? mail.Problem : string.Join(" ", left.Prepend(mail.Problem).OfType<string>()));
    }

    private static CaptureFacts Facts(IncomingMail mail, string fileName, Instant received) => new()
    {
        Purpose = EvidencePurpose.Mail,
        FileName = fileName,
        CapturedAt = received,
        CapturedBy = mail.FromAddress ?? "an unnamed sender",
        Method = "received by mail",
    };

    private async Task<KeptMail?> InsertAsync(DeskTransaction tx, IncomingMail mail, Place place, Instant received, string? problem)
    {
        // a reference is taken only for what is kept; two nodes may read the same mailbox
        if (await KnownAsync(tx, mail.Sha256)) return null;
        return await tx.FindAsync<KeptMail>(
            """
            insert into incoming_mail (ref, sha256, message_id, kind, from_name, from_address, subject, excerpt, problem, sent_at, received_at, read_at, status, case_id, outbox_id, matched_by)
            values (@reference, @Sha256, @MessageId, @kind, @FromName, @FromAddress, @Subject, @Text, @problem, @SentAt, @received, @Now, @status, @CaseId, @OutboxId, @By)
            on conflict (sha256) do nothing
            returning id, ref
            """,
            new
            {
                reference = await references.NextMailAsync(tx),
                mail.Sha256,
                mail.MessageId,
                kind = Words.Of(mail.Kind),
                mail.FromName,
                mail.FromAddress,
                mail.Subject,
                mail.Text,
                problem,
                SentAt = mail.SentAt is { } sent ? InstantHandler.Cut(sent) : (Instant?)null,
                received = InstantHandler.Cut(received),
                tx.Now,
                status = Words.Of(place.Status),
                place.CaseId,
                place.OutboxId,
                place.By,
            });
    }

    private static Task<JournalEntry> JournalAsync(DeskTransaction tx, IncomingMail mail, string chain, string reference, IncomingStatus status) => JournalWriter.AppendAsync(
        tx, chain, Actor.Worker, "mail-received",
        status == IncomingStatus.Noted ? $"received {reference}, a report about a mail that was sent" : $"received {reference}, “{Shown.Briefly(mail.Subject)}” from {mail.FromAddress ?? "nobody named"}, into the intake",
        new { mail = reference, sha256 = mail.Sha256, from = mail.FromAddress, message_id = mail.MessageId, kind = Words.Of(mail.Kind) });

    private sealed record Place(IncomingStatus Status, long? CaseId, long? OutboxId, string? By);

    private sealed record KeptMail
    {
        public required long Id { get; init; }

        public required string Ref { get; init; }
    }
}
