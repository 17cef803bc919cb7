using AbuseDesk.Customers;
using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Reports;

/// <summary>Whose content a filing is about, by the account that was named or by who held the place.</summary>
internal static class Holders
{
    /// <returns>The id of the customer.</returns>
    /// <exception cref="DeskException">No such account, another customer held the place then, or nobody did and none is named.</exception>
    public static async Task<long> GetAsync(DeskTransaction tx, string? account, Place place, Instant at)
    {
        if (!string.IsNullOrWhiteSpace(account))
        {
            var named = await tx.FindAsync<long?>("select id from customers where account = @account", new { account = account.Trim() })
                ?? throw new DeskException($"There is no customer “{Shown.Briefly(account)}”; check the account reference, such as A-1042.");
            await RefuseAnotherAsync(tx, account.Trim(), named, place, at);
            return named;
        }

        var holder = await AttributeLocation.FindAsync(tx, place, at)
            ?? throw new DeskException($"No customer held {Shown.Briefly(place.Host)} when the content was seen; check address and time, or name the customer.");
        return holder.CustomerId;
    }

    /// <summary>A customer that is named may fill a gap in the list of resources, or settle a tie; it never overrules the list.</summary>
    private static async Task RefuseAnotherAsync(DeskTransaction tx, string account, long named, Place place, Instant at)
    {
        Holder? holder;
        try
        {
            holder = await AttributeLocation.FindAsync(tx, place, at);
        }
        catch (DeskException)
        {
            return;
        }

        if (holder is null || holder.CustomerId == named) return;
        var name = await tx.GetAsync<string>("select name from customers where id = @CustomerId", holder);
        throw new DeskException(
            $"{Shown.Briefly(place.Host)} was held by {holder.Account} {name} when the content was seen, not by {Shown.Briefly(account)}; leave the customer out, or correct location and time.");
    }
}
