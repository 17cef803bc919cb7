using AbuseDesk.Cases;
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

    /// <summary>
    /// Reads the file to its end, so that one that is broken is refused before anything of it is filed; goes back to where it
    /// began. A file that can be read only once is found broken on the way.
    /// </summary>
    /// <exception cref="DeskException">Other columns, no UTF-8, or a row whose end cannot be told.</exception>
    public static void Check(Stream csv, string fileName)
    {
        if (!csv.CanSeek) return;
        var begin = csv.Position;
        foreach (var _ in Read(csv, fileName))
        {
            // reading is the check
        }

        csv.Position = begin;
    }

    /// <summary>The rows as they are asked for.</summary>
    /// <exception cref="DeskException">Other columns, no UTF-8, or a row whose end cannot be told.</exception>
    public static IEnumerable<ReportCsvRow> Read(Stream csv, string fileName)
    {
        using var table = new CsvTable(csv, fileName);
        var columns = Columns(table.Head);
        foreach (var line in table.Lines())
            yield return Row(line.Row, line.Cells, columns);
    }

    private static Dictionary<string, int> Columns(IReadOnlyList<string> head)
    {
        if (head.All(string.IsNullOrWhiteSpace)) throw new DeskException($"The file is empty; its first row names the columns {string.Join(", ", Needed)}.");
        var columns = new Dictionary<string, int>();
        foreach (var (index, name) in head.Index())
        {
            if (!Needed.Contains(name) && name != "customer")
                throw new DeskException($"Row 1 has a column “{Shown.Briefly(name)}” that is not known; the columns are {string.Join(", ", Needed)} and, if wanted, customer.");
            if (!columns.TryAdd(name, index)) throw new DeskException($"Row 1 has the column “{name}” twice; keep one of them.");
        }

        var missing = Needed.Where(name => !columns.ContainsKey(name)).ToList();
        return missing.Count == 0
            ? columns
            : throw new DeskException($"Row 1 lacks the column {string.Join(" and ", missing)}; the columns are {string.Join(", ", Needed)}.");
    }

    private static ReportCsvRow Row(int row, IReadOnlyList<string> cells, Dictionary<string, int> columns)
    {
        try
        {
            if (cells.Count != columns.Count)
                throw new RowException("url", $"The row has {cells.Count} cells and the head {columns.Count}; put a text with a comma in quotation marks.");
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
