using AbuseDesk.Database;

namespace AbuseDesk.Customers.Import;

internal static class ContactWriter
{
    public static async Task<(int Added, int Changed, int Removed)> WriteAsync(
        DeskTransaction tx, IReadOnlyList<ContactLine> lines, IReadOnlyDictionary<string, long> ids)
    {
        var (added, changed, removed) = (0, 0, 0);
        foreach (var customer in lines.GroupBy(line => line.Account))
        {
            var known = await CustomerRecords.ContactsAsync(tx.Connection, ids[customer.Key]);
            foreach (var line in customer)
            {
                var before = known.FirstOrDefault(row => row.Role == line.Role && row.Email == line.Email);
                if (before is null) added += await InsertAsync(tx, ids[customer.Key], line);
                else if ((before.Name, before.Locale, before.Zone) != (line.Name, line.Locale, line.Zone)) changed += await UpdateAsync(tx, before.Id, line);
            }

            // an address that the file no longer names must not get the customer's notices
            foreach (var row in known.Where(row => customer.Any(line => line.Role == row.Role) && !customer.Any(line => line.Role == row.Role && line.Email == row.Email)))
                removed += await tx.ExecuteAsync("delete from contacts where id = @Id", new { row.Id });
        }

        return (added, changed, removed);
    }

    private static Task<int> InsertAsync(DeskTransaction tx, long customerId, ContactLine line) => tx.ExecuteAsync(
        """
        insert into contacts (customer_id, role, name, email, locale, zone)
        values (@customerId, @Role, @Name, @Email, @Locale, @Zone)
        """,
        new { customerId, line.Role, line.Name, line.Email, line.Locale, line.Zone });

    private static Task<int> UpdateAsync(DeskTransaction tx, long id, ContactLine line) => tx.ExecuteAsync(
        "update contacts set name = @Name, locale = @Locale, zone = @Zone where id = @id", new { id, line.Name, line.Locale, line.Zone });
}
