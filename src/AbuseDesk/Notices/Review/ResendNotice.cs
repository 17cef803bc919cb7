using AbuseDesk.Customers;
using AbuseDesk.Database;
using AbuseDesk.Journal;
using Dapper;

namespace AbuseDesk.Notices.Review;

/// <summary>
/// Sends a notice that did not reach everybody once more, byte for byte as it was sent: to those whom it did not reach, or to contacts
/// in their place. What followed from the first sending stays as it is.
/// </summary>
public sealed class ResendNotice(DeskDatabase database, NoticeMail mail, DeskZone zone)
{
    /// <param name="actor">Agent, lead or legal.</param>
    /// <param name="reference">"N-2021-0036".</param>
    /// <param name="to">Contacts of the customer; empty for those whom it did not reach.</param>
    /// <returns>Whom it goes to.</returns>
    /// <exception cref="DeskException">It failed for nobody, or somebody is named whom it cannot go to.</exception>
    public Task<IReadOnlyList<string>> RunAsync(Actor actor, string reference, IReadOnlyList<string> to)
    {
        actor.Demand("send a notice", Role.Agent, Role.Lead, Role.Legal);
        return database.WriteAsync<IReadOnlyList<string>>(async tx =>
        {
            var notice = await TakenNotice.TakeOpenAsync(tx, reference);
            ReviewActs.Expect(notice, "sent again", NoticeStatus.Sent);
            var lost = (await NoticeDelivery.OfAsync(tx.Connection, notice)).Undelivered.Select(one => one.Recipient).ToList();
            if (lost.Count == 0) throw new DeskException($"{notice.Ref} failed for nobody; there is nothing to send again.");
            var readers = await ReadersAsync(tx, notice, to.Count > 0 ? to : lost);
            var caseRef = await NoticeRecords.CaseRefAsync(tx, notice);
            await mail.QueueAgainAsync(tx, notice, await NoticeRecords.VersionAsync(tx, notice), caseRef, readers);
            await JournalWriter.AppendAsync(
                tx, caseRef, actor, "notice-sent-again", $"sent {notice.Ref} again to {string.Join(", ", readers)}, as it had not reached {string.Join(", ", lost)}",
                new { notice = notice.Ref, version = notice.CurrentVersion, readers, not_reached = lost });
            return readers;
        });
    }

    private async Task<IReadOnlyList<string>> ReadersAsync(DeskTransaction tx, NoticeRow notice, IEnumerable<string> wanted)
    {
        var contacts = await CustomerRecords.ContactsAsync(tx.Connection, notice.CustomerId);
        var readers = new List<string>();
        foreach (var address in wanted.Select(address => address.Trim()).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (notice.Reports is not null)
            {
                readers.Add(Gathering.GatheringContext.Addresses(notice.Recipients).FirstOrDefault(one => string.Equals(one, address, StringComparison.OrdinalIgnoreCase))
                    ?? throw new DeskException($"{notice.Ref} is a letter to {notice.Recipients}; it goes to nobody else."));
                continue;
            }

            var contact = contacts.Where(one => string.Equals(one.Email, address, StringComparison.OrdinalIgnoreCase)).OrderByDescending(one => one.BouncedAt is not null).FirstOrDefault()
                ?? throw new DeskException($"“{Shown.Briefly(address)}” is no contact of the customer; add it to the customer list, or name one of {string.Join(", ", contacts.Select(one => one.Email).Distinct())}.");
            if (contact.BouncedAt is not null) throw new DeskException(ContactChecks.Sentence(contact, zone));
            readers.Add(contact.Email);
        }

        return readers;
    }
}
