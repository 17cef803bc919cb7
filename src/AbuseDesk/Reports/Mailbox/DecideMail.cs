using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Reports.Mailbox;

/// <summary>Decides where a mail of the intake belongs: on a case, or nowhere.</summary>
public sealed class DecideMail(DeskDatabase database)
{
    /// <param name="actor">Agent or lead.</param>
    /// <param name="reference">"M-2021-00007".</param>
    /// <param name="caseRef">The case whose correspondence it is.</param>
    /// <exception cref="DeskException">The actor may not, there is no such mail or case, or it was decided before.</exception>
    public Task AttachAsync(Actor actor, string reference, string caseRef)
    {
        actor.Demand("put a mail on a case", Role.Agent, Role.Lead);
        return database.WriteAsync(async tx =>
        {
            var head = await CaseHead.TakeAsync(tx, caseRef);
            await MoveAsync(tx, actor, reference, IncomingStatus.OnCase, head.Id, null);
            await LandOnCase.RunAsync(tx, actor, head, await IncomingMails.GetAsync(tx, reference));
        });
    }

    /// <param name="actor">Agent or lead.</param>
    /// <param name="reference">"M-2021-00007".</param>
    /// <param name="reason">Why it belongs nowhere; for the journal.</param>
    /// <exception cref="DeskException">The actor may not, there is no such mail, it was decided before, or no reason is given.</exception>
    public Task DismissAsync(Actor actor, string reference, string reason)
    {
        actor.Demand("dismiss a mail", Role.Agent, Role.Lead);
        if (string.IsNullOrWhiteSpace(reason)) throw new DeskException("Give the reason: why this mail belongs to no case.");
        return database.WriteAsync(async tx =>
        {
            await MoveAsync(tx, actor, reference, IncomingStatus.Dismissed, null, reason.Trim());
            var mail = await IncomingMails.GetAsync(tx, reference);
            await JournalWriter.AppendAsync(
                tx, JournalWriter.Desk, actor, "mail-dismissed", $"dismissed {mail.Ref}, “{Shown.Briefly(mail.Subject)}” from {mail.FromAddress ?? "nobody named"}: {reason.Trim()}",
                new { mail = mail.Ref, mail.Sha256, reason = reason.Trim() });
        });
    }

    private static async Task MoveAsync(DeskTransaction tx, Actor actor, string reference, IncomingStatus status, long? caseId, string? reason)
    {
        var moved = await tx.ExecuteAsync(
            """
            update incoming_mail set status = @status, case_id = coalesce(@caseId, case_id), matched_by = case when @caseId is null then matched_by else 'hand' end,
              decided_at = @Now, decided_by = @Login, decision_reason = @reason
            where ref = @reference and status = 'intake'
            """,
            new { status = Words.Of(status), caseId, reason, tx.Now, actor.Login, reference = reference.Trim().ToUpperInvariant() });
        if (moved == 1) return;
        var mail = await IncomingMails.GetAsync(tx, reference);
        throw new DeskException($"{mail.Ref} is decided: it {(mail.Status == Words.Of(IncomingStatus.Dismissed) ? "was dismissed" : $"is with {mail.CaseRef ?? "no case"}")}.");
    }
}
