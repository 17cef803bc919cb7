using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Customers.Import;

/// <summary>One row of the list; every error it raises names the row and the column.</summary>
internal sealed partial class CsvRow(int number, IReadOnlyDictionary<string, string> cells, DateTimeZone zone)
{
    private const int LongestName = 200;

    public int Number => number;

    /// <summary>The cell without blanks around it; null where it is empty.</summary>
    public string? Find(string column) => cells[column].Trim() is { Length: > 0 } text ? text : null;

    public string Get(string column) => Find(column) ?? throw Wrong(column, "is empty; fill it in.");

    /// <summary>A name on one line: it will stand in the heads of mails.</summary>
    public string Name(string column)
    {
        var name = Get(column);
        if (name.Any(char.IsControl)) throw Wrong(column, "holds a line break or control character; write it on one line.");
        return name.Length <= LongestName ? name : throw Wrong(column, $"is longer than {LongestName} characters; shorten it.");
    }

    public void Empty(params string[] columns)
    {
        foreach (var column in columns)
            if (Find(column) is { } text) throw Wrong(column, $"must be empty for a {Find("kind")}, and holds “{Shown.Briefly(text)}”.");
    }

    /// <summary>What the reader makes of the cell.</summary>
    public T Read<T>(string column, Func<string, T> reader)
    {
        try
        {
            return reader(Get(column));
        }
        catch (DeskException error) when (!error.Message.StartsWith("Row ", StringComparison.Ordinal))
        {
            throw Wrong(column, error.Message);
        }
    }

    public string? FindZone() => Find("zone") is null ? null : Read("zone", text => Zones.Get(text).Id);

    public string? FindLocale() => Find("locale") is not { } text ? null
        : Locale().IsMatch(text) ? text
        : throw Wrong("locale", $"“{Shown.Briefly(text)}” is not a locale; write it like fr-FR.");

    /// <summary>An instant with its offset, or a date: its midnight in the desk's zone.</summary>
    public Instant Moment(string column)
    {
        var text = Get(column);
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date }) return date.AtStartOfDayInZone(zone).ToInstant();
        return OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var moment }
            ? moment.ToInstant()
            : throw Wrong(column, $"“{Shown.Briefly(text)}” is not a time; write 2020-12-01T08:00:00Z, or a date for its midnight in {zone.Id}.");
    }

    public DeskException Wrong(string column, string what) =>
        new($"Row {number.ToString(CultureInfo.InvariantCulture)}, column {column}: {what}");

    [GeneratedRegex(@"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex Locale();
}
