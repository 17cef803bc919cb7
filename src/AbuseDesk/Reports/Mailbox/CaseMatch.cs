using AbuseDesk.Database;
using AbuseDesk.Mail.Receiving;

namespace AbuseDesk.Reports.Mailbox;

/// <summary>The case that a mail belongs to, and by what it shows.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="OutboxId">The mail that it answers; null where only its case is known.</param>
/// <param name="By">"reply": it answers a mail of the desk; "name": its address or subject names the case or something of it.</param>
internal sealed record CaseMatch(long CaseId, long? OutboxId, string By)
{
    /// <summary>Null where nothing shows it. What a mail answers goes before what it names: a subject is typed by hand.</summary>
    public static async Task<CaseMatch?> FindAsync(DeskTransaction tx, IncomingMail mail)
    {
        if (await SentMails.FindAsync(tx, mail.Answers) is { CaseId: { } answered } sent) return new CaseMatch(answered, sent.Id, "reply");
        // the root of a thread is named after its case
        foreach (var name in mail.Answers.Select(id => id.Split('@')[0].ToUpperInvariant()))
            if (name.StartsWith("C-", StringComparison.Ordinal) && await NamedAsync(tx, name) is { } root) return new CaseMatch(root, null, "reply");
        foreach (var name in mail.Names)
            if (await NamedAsync(tx, name) is { } named) return new CaseMatch(named, null, "name");
        return null;
    }

    private static Task<long?> NamedAsync(DeskTransaction tx, string reference) => tx.FindAsync<long?>(
        reference[0] switch
        {
            'C' => "select id from cases where ref = @reference",
            'N' => "select case_id from notices where ref = @reference",
            _ => "select case_id from deadlines where ref = @reference",
        },
        new { reference });
}
