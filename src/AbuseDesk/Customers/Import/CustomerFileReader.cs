using NodaTime;

namespace AbuseDesk.Customers.Import;

/// <summary>Turns rows into customers, contacts and resources, and refuses rows that contradict each other.</summary>
public static class CustomerFileReader
{
    /// <exception cref="DeskException">A row cannot be used; the sentence names it and its column.</exception>
    public static CustomerFile Read(Stream stream, string fileName, DateTimeZone zone)
    {
        List<CsvRow> rows = [.. CustomerCsv.Read(stream, fileName, zone)];
        if (rows.Count == 0) throw new DeskException($"{Shown.Briefly(fileName)} has a header and no rows; add the customers below it.");
        List<CustomerLine> customers = [.. rows.Where(row => IsKind(row, "customer")).Select(ReadCustomer)];
        RefuseTwice(customers, line => line.Account, line => line.Row);
        // contacts may leave out what they share with their customer
        var shared = customers.ToDictionary(line => line.Account);
        List<ContactLine> contacts = [.. rows.Where(row => IsKind(row, "contact")).Select(row => ReadContact(row, shared))];
        RefuseTwice(contacts, line => (line.Account, line.Role, line.Email), line => line.Row);
        List<ResourceLine> resources = [.. rows.Where(row => !IsKind(row, "customer") && !IsKind(row, "contact")).Select(ReadResource)];
        RefuseTwice(resources, line => line.Key, line => line.Row);
        return new CustomerFile(rows.Count, customers, contacts, resources);
    }

    private static bool IsKind(CsvRow row, string kind) => row.Get("kind").Equals(kind, StringComparison.OrdinalIgnoreCase);

    private static CustomerLine ReadCustomer(CsvRow row)
    {
        row.Empty("role", "value", "held_from", "held_to");
        return new CustomerLine(row.Number, row.Name("account"), row.Name("name"), row.FindLocale(), row.FindZone());
    }

    private static ContactLine ReadContact(CsvRow row, Dictionary<string, CustomerLine> customers)
    {
        row.Empty("held_from", "held_to");
        var account = row.Name("account");
        var customer = customers.GetValueOrDefault(account);
        return new ContactLine(
            row.Number,
            account,
            Words.Of(row.Read("role", Words.Parse<ContactRole>)),
            row.Name("name"),
            row.Read("value", EmailAddress.Parse),
            row.FindLocale() ?? customer?.Locale ?? row.Get("locale"),
            row.FindZone() ?? customer?.Zone ?? row.Get("zone"));
    }

    private static ResourceLine ReadResource(CsvRow row)
    {
        if (!Words.TryParse<ResourceKind>(row.Get("kind"), out var kind))
            throw row.Wrong("kind", $"“{Shown.Briefly(row.Get("kind"))}” is not known; use customer, contact, {string.Join(", ", Words.All<ResourceKind>())}.");
        row.Empty("name", "role", "locale", "zone");
        var from = row.Moment("held_from");
        var to = row.Find("held_to") is null ? (Instant?)null : row.Moment("held_to");
        if (to <= from) throw row.Wrong("held_to", $"{row.Get("held_to")} does not come after held_from {row.Get("held_from")}.");
        return new ResourceLine(row.Number, row.Name("account"), row.Read("value", text => Resource.Parse(kind, text)), from, to);
    }

    private static void RefuseTwice<T, TKey>(IEnumerable<T> lines, Func<T, TKey> key, Func<T, int> row)
    {
        if (lines.GroupBy(key).FirstOrDefault(group => group.Count() > 1)?.ToList() is not { } twice) return;
        throw new DeskException($"Row {row(twice[1])} repeats row {row(twice[0])}; leave one of them out.");
    }
}
