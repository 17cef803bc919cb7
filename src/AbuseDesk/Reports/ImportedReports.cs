namespace AbuseDesk.Reports;

/// <summary>What an import is to read.</summary>
public sealed record ImportReportsRequest
{
    /// <summary>CSV in UTF-8 with a head row: url, seen, clause, severity, excerpt, reporter, screenshot and, if wanted, customer.</summary>
    public required Stream Csv { get; init; }

    /// <summary>For sentences.</summary>
    public string FileName { get; init; } = "The file";

    /// <summary>Finds the bytes of a screenshot by the name in the file; null where there is none.</summary>
    public Func<string, byte[]?> FindScreenshot { get; init; } = _ => null;

    /// <summary>Screenshots beside a CSV file, or in a folder "screenshots" beside it.</summary>
    public static Func<string, byte[]?> ScreenshotsBeside(string csvPath) => name =>
    {
        // a name from a file that somebody sent must not lead out of the folder
        if (name != Path.GetFileName(name)) return null;
        var folder = Path.GetDirectoryName(Path.GetFullPath(csvPath))!;
        var found = ((string[])[Path.Combine(folder, name), Path.Combine(folder, "screenshots", name)]).FirstOrDefault(File.Exists);
        try
        {
            return found is null ? null : File.ReadAllBytes(found);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DeskException($"The file {Shown.Briefly(name)} cannot be read: {e.Message.TrimEnd('.')}.", e);
        }
    };
}

/// <summary>A row that was not filed: row as a spreadsheet counts (the head is row 1), its column, and what to put right.</summary>
public sealed record RejectedRow(int Row, string Column, string Reason);

/// <summary>What an import did.</summary>
public sealed record ImportedReports
{
    /// <summary>Rows read, without the head.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows that made a new item.</summary>
    public required int Filed { get; init; }

    /// <summary>Rows that joined a known item.</summary>
    public required int Joined { get; init; }

    /// <summary>Of those joined, rows that were on record already word for word, so that nothing was written.</summary>
    public required int Repeated { get; init; }

    /// <summary>Rows filed or joined without a screenshot.</summary>
    public required int WithoutScreenshot { get; init; }

    public required IReadOnlyList<RejectedRow> Rejected { get; init; }

    /// <summary>References of the cases that the rows belong to.</summary>
    public required IReadOnlyList<string> Cases { get; init; }
}
