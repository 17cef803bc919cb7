using System.Text;
using CsvHelper;

namespace AbuseDesk;

/// <summary>A row of a CSV file.</summary>
/// <param name="Row">Its number; the head is row 1, as in a spreadsheet.</param>
/// <param name="Cells">As they stand there, with the quotation marks taken off.</param>
public sealed record CsvLine(int Row, IReadOnlyList<string> Cells);

/// <summary>Reads CSV files that somebody sent: UTF-8, every quotation mark in its place, and no row without end.</summary>
public sealed class CsvTable : IDisposable
{
    private const int LargestRow = 1024 * 1024;

    private static readonly CsvReaderOptions Options = new()
    {
        // an empty line counts as a row in a spreadsheet too
        SkipEmptyLines = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = LargestRow,
    };

    private readonly StreamReader text;
    private readonly CsvReader csv;
    private readonly string name;

    /// <param name="stream">Stays open.</param>
    /// <param name="fileName">For sentences.</param>
    /// <exception cref="DeskException">The head cannot be read.</exception>
    public CsvTable(Stream stream, string fileName)
    {
        name = Shown.Briefly(fileName);
        text = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, bufferSize: -1, leaveOpen: true);
        csv = CsvReader.Create(text, Options);
        Head = Guarded(() => csv.Headers.Select(column => column.Trim().ToLowerInvariant()).ToArray());
    }

    /// <summary>The names of the columns, in lower case.</summary>
    public IReadOnlyList<string> Head { get; }

    /// <summary>The rows that hold something.</summary>
    /// <exception cref="DeskException">A row cannot be read; those after it cannot either.</exception>
    public IEnumerable<CsvLine> Lines()
    {
        while (Guarded(csv.Read))
        {
            var cells = Guarded(() => Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToArray());
            if (!cells.All(string.IsNullOrWhiteSpace))
                yield return new CsvLine(checked((int)csv.RowNumber + 1), cells);
        }
    }

    public void Dispose()
    {
        csv.Dispose();
        text.Dispose();
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException error)
        {
            throw new DeskException($"{name} is not UTF-8; save it as “CSV UTF-8”.", error);
        }
        catch (CsvFormatException error) when (error.Message.Contains(nameof(CsvReaderOptions.MaxRecordSize), StringComparison.Ordinal))
        {
            throw new DeskException($"Row {Row(error)}: the row is larger than 1 MB; a quotation mark may be left open, else shorten it.", error);
        }
        catch (CsvFormatException error)
        {
            throw new DeskException($"Row {Row(error)}: a quotation mark is out of place; double it, or quote the whole field.", error);
        }
    }

    private long Row(CsvFormatException error) => error.RecordNumber > 0 ? error.RecordNumber : csv.RowNumber + 2;
}
