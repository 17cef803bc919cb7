using System.Text;
using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Mail;

namespace AbuseDesk.Notices.Review;

/// <summary>Queues the mail of a notice, byte for byte as its version was compiled.</summary>
public sealed class NoticeMail(IEvidenceStore store, Outbox outbox)
{
    public async Task QueueAsync(DeskTransaction tx, NoticeRow notice, NoticeVersionRow version, string caseRef) =>
        await outbox.AddAsync(tx, await MailAsync(tx, notice, version, caseRef));

    private async Task<OutgoingMail> MailAsync(DeskTransaction tx, NoticeRow notice, NoticeVersionRow version, string caseRef)
    {
        var names = (await tx.QueryAsync<(string Email, string Name)>(
            "select email, name from contacts where customer_id = @CustomerId", notice)).ToLookup(row => row.Email, row => row.Name);
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
            Attachments = [new MailAttachment($"{notice.Ref}.pdf", "application/pdf", await store.ReadAsync(version.PdfSha256))],
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
