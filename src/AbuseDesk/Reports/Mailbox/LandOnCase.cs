using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Journal;
using AbuseDesk.Mail.Receiving;

namespace AbuseDesk.Reports.Mailbox;

/// <summary>What follows from a mail that is correspondence of a case: it is in the journal, and somebody has to read it.</summary>
internal static class LandOnCase
{
    public static async Task RunAsync(DeskTransaction tx, Actor actor, CaseHead head, IncomingMailRow mail)
    {
        var files = await tx.GetAsync<long>("select count(*) from incoming_files where incoming_id = @Id", mail);
        // an answering machine has nothing that anybody must do; and what the desk or legal have to do stays what it is
        if (mail.Kind == Words.Of(IncomingKind.Person) && head.IsOpen && head.Turn == Words.Of(Turn.Customer))
            await CaseTurn.SetAsync(tx, head.Id, Turn.Ours, $"read {mail.Ref}");
        var what = mail.Kind == Words.Of(IncomingKind.Person) ? "" : mail.Kind == Words.Of(IncomingKind.Automatic) ? ", an automatic answer" : ", which cannot be read";
        await JournalWriter.AppendAsync(
            tx, head.Ref, actor, "mail-received",
            $"{(actor == Actor.Worker ? "received" : "put here")} {mail.Ref}, “{Shown.Briefly(mail.Subject)}” from {mail.FromAddress ?? "nobody named"}{what}{(files > 0 ? $", with {Counted.Of(files, "file")}" : "")}",
            new { mail = mail.Ref, mail.Sha256, from = mail.FromAddress, message_id = mail.MessageId, mail.Kind, mail.MatchedBy });
    }
}
