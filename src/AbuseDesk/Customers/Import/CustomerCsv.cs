using NodaTime;

namespace AbuseDesk.Customers.Import;

/// <summary>Reads the rows of a customer list.</summary>
internal static class CustomerCsv
{
    private static readonly string[] Columns = ["account", "name", "kind", "role", "value", "locale", "zone", "held_from", "held_to"];

    /// <exception cref="DeskException">Not UTF-8, not these columns, or a broken row.</exception>
    public static IEnumerable<CsvRow> Read(Stream stream, string fileName, DateTimeZone zone)
    {
        using var table = new CsvTable(stream, fileName);
        CheckHeader(table.Head, Shown.Briefly(fileName));
        foreach (var (row, cells) in table.Lines())
        {
            if (cells.Count != table.Head.Count)
                throw new DeskException($"Row {row}: there are {cells.Count} fields for {table.Head.Count} columns; quote a field that holds a comma.");
            yield return new CsvRow(row, table.Head.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second), zone);
        }
    }

    private static void CheckHeader(IReadOnlyList<string> header, string name)
    {
        var wanted = $"its first row must be {string.Join(',', Columns)}";
        if (header.All(string.IsNullOrEmpty)) throw new DeskException($"{name} is empty; {wanted}.");
        if (Columns.FirstOrDefault(column => !header.Contains(column)) is { } missing)
            throw new DeskException($"Row 1, column {missing}: {name} has no such column; {wanted}.");
        if (header.FirstOrDefault(column => !Columns.Contains(column)) is { } unknown)
            throw new DeskException($"Row 1, column {Shown.Briefly(unknown)}: this column is not known; {wanted}.");
        if (header.Count > Columns.Length)
            throw new DeskException($"Row 1, column {header.GroupBy(column => column).First(group => group.Count() > 1).Key}: this column stands there twice; leave one out.");
    }
}
