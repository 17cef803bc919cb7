using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Terms;

/// <summary>The public holidays at the provider's seat, as the policy lists them.</summary>
public sealed class Holidays
{
    private readonly HashSet<LocalDate> days;

    /// <summary>For a period that may end on any day.</summary>
    public static Holidays None { get; } = new([]);

    private Holidays(HashSet<LocalDate> days) => this.days = days;

    /// <exception cref="DeskException">A mistake in the file; the sentence names file, line and key.</exception>
    public static Holidays Load(string path) => From(PolicyNode.Load(path));

    /// <exception cref="DeskException">A mistake in the text; the sentence names file, line and key.</exception>
    public static Holidays Read(string yaml, string file) => From(PolicyNode.Read(yaml, file));

    public int Count => days.Count;

    /// <summary>False where no holiday of the year is listed: then nobody can say which of its days are working days.</summary>
    public bool Knows(int year) => days.Any(day => day.Year == year);

    /// <summary>Neither a Saturday, nor a Sunday, nor a holiday.</summary>
    public bool IsWorkingDay(LocalDate day) => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !days.Contains(day);

    private static Holidays From(PolicyNode root)
    {
        var node = root.Map("holidays");
        var days = node.Keys.Select(key => node.Text(key).Length > 0 && LocalDatePattern.Iso.Parse(key) is { Success: true, Value: var day }
            ? day
            : throw node.Wrong(key, "called by its date, as 2021-01-01, with the name of the holiday"));
        var holidays = new Holidays([.. days]);
        node.Done();
        root.Done();
        return holidays;
    }
}
