using AbuseDesk.Cases;
using AbuseDesk.Customers;
using AbuseDesk.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Reports;

/// <summary>Says what the desk knows of a location before anything is filed: its customer, item and open case.</summary>
public sealed class RecogniseLocation(DeskDatabase database)
{
    private const string Cases = "select ref, title, status, turn, to_do, opened_at, closed_at, items_count, still_up_count, removed_count from cases";

    /// <param name="url">However it is written.</param>
    /// <param name="seen">When the content was seen there.</param>
    /// <param name="account">Account reference; null: whoever held the location then.</param>
    /// <exception cref="DeskException">No location, an unknown account, or two customers that held it equally well.</exception>
    public Task<RecognisedLocation> RunAsync(string url, Instant seen, string? account = null)
    {
        var location = Location.Parse(url);
        return database.SnapshotAsync(async tx =>
        {
            var holder = await AttributeLocation.FindAsync(tx, location.Place, seen);
            var customer = account is { Length: > 0 } || holder is not null ? await Holders.GetAsync(tx, account, location.Place, seen) : (long?)null;
            var nobody = new RecognisedLocation { Location = location };
            return customer is null ? nobody : await AboutAsync(tx, nobody with { Holding = holder?.CustomerId == customer ? holder?.Holding : null }, customer.Value);
        });
    }

    private static async Task<RecognisedLocation> AboutAsync(DeskTransaction tx, RecognisedLocation found, long customer)
    {
        var cases = (await tx.Connection.QueryAsync<RecognisedCase>(
            $"{Cases} where customer_id = @customer order by case status when 'open' then 0 else 1 end, id desc limit 5", new { customer })).AsList();
        return found with
        {
            Customer = await tx.FindAsync<RecognisedCustomer>(
                """
                select c.account, c.name,
                  (select zone from contacts where customer_id = c.id order by case role when 'abuse' then 0 else 1 end, id limit 1) as zone
                from customers c where c.id = @customer
                """,
                new { customer }),
            Item = await tx.FindAsync<RecognisedItem>(
                """
                select i.number, k.ref as case_ref, i.state, i.state_at, i.first_seen_at,
                  (select count(*) from report_items where item_id = i.id) as reports
                from items i join cases k on k.id = i.case_id
                where i.customer_id = @customer and i.location_key = @Key
                """,
                new { customer, found.Location.Key }),
            Cases = cases,
        };
    }
}
