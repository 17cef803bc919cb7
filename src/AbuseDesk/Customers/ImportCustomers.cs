using AbuseDesk.Customers.Import;
using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Customers;

/// <summary>
/// Brings customers, contacts and resources to what a list says. All of the list is written, or nothing. Contacts of a
/// role that the list names for a customer replace those it had; resources are added or ended, never removed.
/// </summary>
public sealed class ImportCustomers(DeskDatabase database, DeskZone zone)
{
    /// <param name="actor">An admin.</param>
    /// <param name="csv">UTF-8, with the columns account,name,kind,role,value,locale,zone,held_from,held_to.</param>
    /// <param name="fileName">For sentences and the journal.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    /// <exception cref="DeskException">A row cannot be used; the sentence names row and column.</exception>
    public Task<ImportSummary> RunAsync(Actor actor, Stream csv, string fileName, CancellationToken cancel = default)
    {
        actor.Demand("import customers", Role.Admin);
        var file = CustomerFileReader.Read(csv, fileName, zone.Zone);
        return database.WriteAsync(async tx =>
        {
            await QueueUpAsync(tx);
            var (ids, added, renamed) = await CustomerWriter.WriteAsync(tx, file);
            var contacts = await ContactWriter.WriteAsync(tx, file.Contacts, ids);
            var resources = await ResourceWriter.WriteAsync(tx, file.Resources, ids);
            var summary = new ImportSummary
            {
                Rows = file.Rows,
                CustomersAdded = added,
                CustomersChanged = renamed,
                ContactsAdded = contacts.Added,
                ContactsChanged = contacts.Changed,
                ContactsRemoved = contacts.Removed,
                ResourcesAdded = resources.Added,
                ResourcesChanged = resources.Changed,
            };
            if (!summary.ChangesNothing)
                await JournalWriter.AppendAsync(tx, JournalWriter.Desk, actor, "customers-imported", $"imported {Shown.Briefly(fileName)}: {summary}", summary);
            return summary;
        }, cancel);
    }

    /// <summary>Two imports at once could each miss the other's resources: the second waits here for the first.</summary>
    private static Task<int> QueueUpAsync(DeskTransaction tx) => tx.ExecuteAsync(
        """
        insert into counters (kind, year, last) values ('customers-import', 0, 1)
        on conflict (kind, year) do update set last = counters.last + 1
        """);
}
