using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Customers;

/// <summary>Contacts that mail no longer reaches.</summary>
public static class ContactBounces
{
    /// <summary>Marks the customer's contacts of this address; one that is marked keeps its first reason.</summary>
    /// <param name="tx">The transaction of the act.</param>
    /// <param name="customerId">Whose.</param>
    /// <param name="email">In any case of letters.</param>
    /// <param name="at">When the mail failed.</param>
    /// <param name="reason">Which mail, and what the server said.</param>
    /// <returns>Whether there was one that was not marked yet.</returns>
    public static async Task<bool> MarkAsync(DeskTransaction tx, long customerId, string email, Instant at, string reason) => await tx.ExecuteAsync(
        """
        update contacts set bounced_at = @at, bounce_reason = @reason
        where customer_id = @customerId and lower(email) = @email and bounced_at is null
          and not (confirmed_at is not null and confirmed_at >= @at)
        """,
        new { customerId, email = email.ToLowerInvariant(), at = InstantHandler.Cut(at), reason }) > 0;
}
