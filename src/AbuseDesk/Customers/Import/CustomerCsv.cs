using System.Text;
using CsvHelper;
using NodaTime;

namespace AbuseDesk.Customers.Import;

/// <summary>Reads the rows of a customer list.</summary>
internal static class CustomerCsv
{
    private static readonly string[] Columns = ["account", "name", "kind", "role", "value", "locale", "zone", "held_from", "held_to"];

    private static readonly CsvReaderOptions Options = new()
    {
        // an empty line counts as a row in a spreadsheet too
        SkipEmptyLines = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = 1024 * 1024,
    };

    /// <exception cref="DeskException">Not UTF-8, not these columns, or a broken row.</exception>
    public static IEnumerable<CsvRow> Read(Stream stream, string fileName, DateTimeZone zone)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, bufferSize: -1, leaveOpen: true);
        using var csv = CsvReader.Create(reader, Options);
        var name = Shown.Briefly(fileName);
        var header = Guarded(name, () => csv.Headers.Select(column => column.Trim().ToLowerInvariant()).ToArray());
        CheckHeader(header, name);
        while (Guarded(name, csv.Read))
        {
            var row = checked((int)csv.RowNumber + 1);
            var cells = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToArray();
            if (cells.All(string.IsNullOrWhiteSpace)) continue;
            if (cells.Length != header.Length)
                throw new DeskException($"Row {row}: there are {cells.Length} fields for {header.Length} columns; quote a field that holds a comma.");
            yield return new CsvRow(row, header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second), zone);
        }
    }

    private static T Guarded<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException error)
        {
            throw new DeskException($"{name} is not UTF-8; save it as “CSV UTF-8”.", error);
        }
        catch (CsvFormatException error)
        {
            throw new DeskException($"Row {error.RecordNumber}: a quotation mark is out of place; double it, or quote the whole field.", error);
        }
    }

    private static void CheckHeader(string[] header, string name)
    {
        var wanted = $"its first row must be {string.Join(',', Columns)}";
        if (header.All(string.IsNullOrEmpty)) throw new DeskException($"{name} is empty; {wanted}.");
        if (Columns.FirstOrDefault(column => !header.Contains(column)) is { } missing)
            throw new DeskException($"Row 1, column {missing}: {name} has no such column; {wanted}.");
        if (header.FirstOrDefault(column => !Columns.Contains(column)) is { } unknown)
            throw new DeskException($"Row 1, column {Shown.Briefly(unknown)}: this column is not known; {wanted}.");
        if (header.Length > Columns.Length)
            throw new DeskException($"Row 1, column {header.GroupBy(column => column).First(group => group.Count() > 1).Key}: this column stands there twice; leave one out.");
    }
}
