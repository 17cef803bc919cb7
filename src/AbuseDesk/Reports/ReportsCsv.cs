using AbuseDesk.Cases;
using CsvHelper;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Reports;

/// <summary>A row that cannot be filed, with the column that is to blame.</summary>
internal sealed class RowException(string column, string reason) : Exception(reason)
{
    public string Column { get; } = column;

    /// <summary>Runs a step whose mistakes belong to one column.</summary>
    public static async Task<T> BlameAsync<T>(string column, Func<Task<T>> step)
    {
        try
        {
            return await step();
        }
        catch (DeskException error)
        {
            throw new RowException(column, error.Message);
        }
    }

    public static T Blame<T>(string column, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (DeskException error)
        {
            throw new RowException(column, error.Message);
        }
    }
}

/// <summary>A row as it was read: a request, or the mistake in it.</summary>
internal sealed record ReportCsvRow(int Row, FileReportRequest? Request, IReadOnlyList<string> Screenshots, RejectedRow? Rejected);

/// <summary>Reads a CSV file of reports row by row.</summary>
internal static class ReportsCsv
{
    private static readonly string[] Needed = ["url", "seen", "clause", "severity", "excerpt", "reporter", "screenshot"];

    // an empty line counts as a row in a spreadsheet too
    private static readonly CsvReaderOptions Options = new() { SkipEmptyLines = false, MaxRecordSize = 1024 * 1024 };

    /// <summary>The head is read at once, the rows as they are asked for.</summary>
    /// <exception cref="DeskException">The columns are not those of a report file; nothing was read.</exception>
    public static IEnumerable<ReportCsvRow> Read(Stream csv)
    {
        var reader = CsvReader.Create(csv, Options, leaveOpen: true);
        reader.ReadHeader();
        return Rows(reader, Columns([.. reader.Headers]));
    }

    private static IEnumerable<ReportCsvRow> Rows(CsvReader reader, Dictionary<string, int> columns)
    {
        using var owned = reader;
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToArray();
            if (!cells.All(string.IsNullOrWhiteSpace)) yield return Row(checked((int)reader.RowNumber + 1), cells, columns);
        }
    }

    private static Dictionary<string, int> Columns(string[] head)
    {
        if (head.All(string.IsNullOrWhiteSpace)) throw new DeskException($"The file is empty; its first row names the columns {string.Join(", ", Needed)}.");
        var columns = new Dictionary<string, int>();
        foreach (var (index, written) in head.Index())
        {
            var name = written.Trim('\uFEFF', ' ').ToLowerInvariant();
            if (!Needed.Contains(name) && name != "customer")
                throw new DeskException($"Row 1 has a column “{Shown.Briefly(written)}” that is not known; the columns are {string.Join(", ", Needed)} and, if wanted, customer.");
            if (!columns.TryAdd(name, index)) throw new DeskException($"Row 1 has the column “{name}” twice; keep one of them.");
        }

        var missing = Needed.Where(name => !columns.ContainsKey(name)).ToList();
        return missing.Count == 0
            ? columns
            : throw new DeskException($"Row 1 lacks the column {string.Join(" and ", missing)}; the columns are {string.Join(", ", Needed)}.");
    }

    private static ReportCsvRow Row(int row, string[] cells, Dictionary<string, int> columns)
    {
        try
        {
            if (cells.Length != columns.Count)
                throw new RowException("url", $"The row has {cells.Length} cells and the head {columns.Count}; put a text with a comma in quotation marks.");
            string Cell(string name) => columns.TryGetValue(name, out var index) ? cells[index].Trim() : "";
            return new ReportCsvRow(row, Request(Cell), Cell("screenshot").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), null);
        }
        catch (RowException error)
        {
            return new ReportCsvRow(row, null, [], new RejectedRow(row, error.Column, error.Message));
        }
    }

    private static FileReportRequest Request(Func<string, string> cell)
    {
        var (name, email) = Reporter(cell("reporter"));
        return new FileReportRequest
        {
            Url = cell("url"),
            SeenAt = Seen(cell("seen")),
            Clause = cell("clause"),
            Severity = RowException.Blame("severity", () => Words.Parse<Severity>(cell("severity"))),
            Excerpt = cell("excerpt"),
            Customer = cell("customer") is { Length: > 0 } account ? account : null,
            Source = ReportSource.Import,
            ReporterName = name,
            ReporterEmail = email,
        };
    }

    private static Instant Seen(string text) =>
        OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } read
            ? read.Value.ToInstant()
            : throw new RowException("seen", $"“{Shown.Briefly(text)}” is no instant; write it as 2021-01-09T14:02:00Z.");

    /// <summary>"Harbour Watch &lt;desk@harbourwatch.example&gt;", a bare address, or a name.</summary>
    private static (string? Name, string? Email) Reporter(string text)
    {
        var open = text.LastIndexOf('<');
        if (open >= 0 && text.EndsWith('>')) return (NullIfEmpty(text[..open]), NullIfEmpty(text[(open + 1)..^1]));
        return text.Contains('@', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal) ? (null, text) : (NullIfEmpty(text), null);
    }

    private static string? NullIfEmpty(string text) => text.Trim() is { Length: > 0 } value ? value : null;
}
