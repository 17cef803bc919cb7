using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Customers;

/// <summary>Says that an address that mail bounced from is right again, so that notices may go to it.</summary>
public sealed class ConfirmContact(DeskDatabase database)
{
    /// <param name="actor">Agent, lead, legal or admin.</param>
    /// <param name="account">"A-1042".</param>
    /// <param name="email">Of a contact of the customer.</param>
    /// <param name="reason">How somebody knows; for the journal.</param>
    /// <exception cref="DeskException">The actor may not, there is no such contact, it did not bounce, or no reason is given.</exception>
    public Task RunAsync(Actor actor, string account, string email, string reason)
    {
        actor.Demand("confirm a contact", Role.Agent, Role.Lead, Role.Legal, Role.Admin);
        if (string.IsNullOrWhiteSpace(reason)) throw new DeskException("Give the reason: how you know that mail reaches this contact again.");
        return database.WriteAsync(async tx =>
        {
            var customer = await CustomerRecords.GetAsync(tx.Connection, account);
            var wanted = email.Trim().ToLowerInvariant();
            var contact = (await CustomerRecords.ContactsAsync(tx.Connection, customer.Id)).Where(one => string.Equals(one.Email, wanted, StringComparison.OrdinalIgnoreCase)).OrderByDescending(one => one.BouncedAt is not null).FirstOrDefault()
                ?? throw new DeskException($"{customer.Account} has no contact “{Shown.Briefly(email)}”; look at the customer’s list.");
            if (contact.BouncedAt is not { } bounced) throw new DeskException($"Mail to {contact.Email} did not bounce; there is nothing to confirm.");
            await tx.ExecuteAsync(
                "update contacts set bounced_at = null, bounce_reason = null, confirmed_at = @Now where customer_id = @Id and lower(email) = @wanted",
                new { tx.Now, customer.Id, wanted });
            await JournalWriter.AppendAsync(
                tx, JournalWriter.Desk, actor, "contact-confirmed", $"confirmed {contact.Email} of {customer.Account}, which had bounced: {reason.Trim()}",
                new { customer.Account, contact.Email, bounced_at = InstantHandler.Text(bounced), bounce = contact.BounceReason, reason = reason.Trim() });
        });
    }
}
