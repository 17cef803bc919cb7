using AbuseDesk.Customers;
using AbuseDesk.Database;
using AbuseDesk.Deadlines;

namespace AbuseDesk.Notices.Review;

/// <summary>Nothing is sent to an address from which mail came back, until somebody has seen to it.</summary>
internal static class ContactChecks
{
    /// <summary>The sentence about the first contact that bounced; null where all readers of the notice can be written to.</summary>
    public static async Task<string?> BouncedAsync(DeskTransaction tx, NoticeRow notice, DeskZone zone)
    {
        // a letter goes to a reporter, who is no contact of the customer
        if (notice.Reports is not null) return null;
        var readers = Gathering.GatheringContext.Addresses($"{notice.Recipients}, {notice.Copies}");
        var bounced = (await CustomerRecords.ContactsAsync(tx.Connection, notice.CustomerId))
            .FirstOrDefault(contact => contact.BouncedAt is not null && readers.Contains(contact.Email, StringComparer.OrdinalIgnoreCase));
        return bounced is null ? null : Sentence(bounced, zone);
    }

    public static string Sentence(ContactRow contact, DeskZone zone) =>
        $"Contact {contact.Email} bounced on {SaidTime.Of(contact.BouncedAt!.Value, zone.Zone)} ({Shown.Briefly(contact.BounceReason)}); correct the address in the customer list, or confirm the contact.";
}
