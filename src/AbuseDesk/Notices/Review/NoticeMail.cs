using System.Text;
using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Mail;
using AbuseDesk.Notices.Sealing;

namespace AbuseDesk.Notices.Review;

/// <summary>Queues the mail of a notice, byte for byte as its version was compiled, with its seal where notices are sealed.</summary>
public sealed class NoticeMail(IEvidenceStore store, Outbox outbox, SealNotice sealing)
{
    public async Task QueueAsync(DeskTransaction tx, Actor actor, NoticeRow notice, NoticeVersionRow version, string caseRef)
    {
        var pdf = await store.ReadAsync(version.PdfSha256);
        var seal = await sealing.RunAsync(tx, actor, notice, caseRef, pdf);
        await outbox.AddAsync(tx, await MailAsync(tx, notice, version, caseRef, pdf, seal?.File) with { NotBefore = seal?.AwaitStampUntil });
    }

    /// <summary>The mail that waits leaves with this seal; one that has left stays as it is.</summary>
    internal async Task ReplaceSealAsync(DeskTransaction tx, NoticeRow notice, string caseRef, byte[] seal)
    {
        var version = await NoticeRecords.VersionAsync(tx, notice);
        var pdf = await store.ReadAsync(version.PdfSha256);
        var mail = await MailAsync(tx, notice, version, caseRef, pdf, SealNotice.Attachment(notice.Ref, seal));
        await outbox.ReplaceAsync(tx, mail, notice.SentAt!.Value);
    }

    /// <summary>The same once more, to those whom it did not reach.</summary>
    public async Task QueueAgainAsync(DeskTransaction tx, NoticeRow notice, NoticeVersionRow version, string caseRef, IReadOnlyList<string> readers)
    {
        var before = await tx.GetAsync<long>("select count(*) from outbox where notice_id = @Id and kind = @Kind", notice);
        var again = notice with { Recipients = string.Join(", ", readers), Copies = "" };
        var seal = await SealRecords.FindAsync(tx, notice.Id) is { } sealedWith ? SealNotice.Attachment(notice.Ref, await store.ReadAsync(sealedWith.SealSha256)) : null;
        await outbox.AddAsync(tx, await MailAsync(tx, again, version, caseRef, await store.ReadAsync(version.PdfSha256), seal) with { Identity = $"v{version.Number} again {before}" });
    }

    private async Task<OutgoingMail> MailAsync(
        DeskTransaction tx, NoticeRow notice, NoticeVersionRow version, string caseRef, byte[] pdf, MailAttachment? seal)
    {
        var names = (await tx.QueryAsync<(string Email, string Name)>(
            "select email, name from contacts where customer_id = @CustomerId", notice)).ToLookup(row => row.Email, row => row.Name);
        var file = new MailAttachment($"{notice.Ref}.pdf", "application/pdf", pdf);
        return new OutgoingMail
        {
            Kind = notice.Kind,
            Ref = notice.Ref,
            Identity = $"v{version.Number}",
            To = Parties(notice.Recipients),
            Copies = Parties(notice.Copies),
            Subject = version.Subject,
            Text = Encoding.UTF8.GetString(await store.ReadAsync(version.TextSha256)),
            Html = Encoding.UTF8.GetString(await store.ReadAsync(version.HtmlSha256)),
            Attachments = seal is null ? [file] : [file, seal],
            CaseId = notice.CaseId,
            CaseRef = caseRef,
            // two reporters who compare their mails must not learn that both are about one customer
            ThreadRef = notice.Reports is { } reports ? Gathering.GatheringContext.Addresses(reports)[0] : null,
            NoticeId = notice.Id,
        };

        IReadOnlyList<MailParty> Parties(string addresses) =>
            [.. Gathering.GatheringContext.Addresses(addresses).Select(address => new MailParty(names[address].FirstOrDefault() ?? "", address))];
    }
}
