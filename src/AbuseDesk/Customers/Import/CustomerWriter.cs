using AbuseDesk.Database;

namespace AbuseDesk.Customers.Import;

internal static class CustomerWriter
{
    /// <returns>The id of every customer that the file names, and how many were added and renamed.</returns>
    public static async Task<(IReadOnlyDictionary<string, long> Ids, int Added, int Renamed)> WriteAsync(DeskTransaction tx, CustomerFile file)
    {
        var known = (await tx.QueryAsync<(string Account, long Id, string Name)>("select account, id, name from customers"))
            .ToDictionary(row => row.Account, row => (row.Id, row.Name));
        var ids = known.ToDictionary(pair => pair.Key, pair => pair.Value.Id);
        var (added, renamed) = (0, 0);
        foreach (var line in file.Customers)
        {
            if (!known.TryGetValue(line.Account, out var before))
            {
                ids[line.Account] = await tx.GetAsync<long>(
                    "insert into customers (account, name, created_at) values (@Account, @Name, @Now) returning id", new { line.Account, line.Name, tx.Now });
                added++;
            }
            else if (before.Name != line.Name)
            {
                renamed += await tx.ExecuteAsync("update customers set name = @Name, version = version + 1 where id = @Id", new { line.Name, before.Id });
            }
        }

        RefuseUnknown(file, ids);
        return (ids, added, renamed);
    }

    private static void RefuseUnknown(CustomerFile file, Dictionary<string, long> ids)
    {
        var used = file.Contacts.Select(line => (line.Row, line.Account)).Concat(file.Resources.Select(line => (line.Row, line.Account)));
        var unknown = used.Where(line => !ids.ContainsKey(line.Account)).OrderBy(line => line.Row).FirstOrDefault();
        if (unknown != default)
            throw new DeskException($"Row {unknown.Row}, column account: there is no customer “{Shown.Briefly(unknown.Account)}”; add a row of the kind customer.");
    }
}
