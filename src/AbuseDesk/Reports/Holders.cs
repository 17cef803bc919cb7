using AbuseDesk.Customers;
using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Reports;

/// <summary>Whose content a filing is about, by the account that was named or by who held the place.</summary>
internal static class Holders
{
    /// <returns>The id of the customer.</returns>
    /// <exception cref="DeskException">No such account, or nobody held the place then.</exception>
    public static async Task<long> GetAsync(DeskTransaction tx, string? account, Place place, Instant at)
    {
        if (!string.IsNullOrWhiteSpace(account))
        {
            return await tx.FindAsync<long?>("select id from customers where account = @account", new { account = account.Trim() })
                ?? throw new DeskException($"There is no customer “{Shown.Briefly(account)}”; check the account reference, such as A-1042.");
        }

        var holder = await AttributeLocation.FindAsync(tx, place, at)
            ?? throw new DeskException($"No customer held {Shown.Briefly(place.Host)} when the content was seen; check address and time, or name the customer.");
        return holder.CustomerId;
    }
}
