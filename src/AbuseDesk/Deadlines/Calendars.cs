using AbuseDesk.Deadlines.Computing;

namespace AbuseDesk.Deadlines;

/// <summary>The calendars of a folder, each read when it is first asked for.</summary>
public sealed class Calendars(string folder)
{
    private readonly Dictionary<string, BusinessCalendar?> read = new(StringComparer.Ordinal);

    /// <summary>Their names, in order; none where there is no folder.</summary>
    public IReadOnlyList<string> Names => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*.yml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>Null where the folder has none of the name.</summary>
    /// <exception cref="DeskException">A mistake in its file; the sentence names file, line and key.</exception>
    public BusinessCalendar? Find(string name)
    {
        lock (read)
            return FindIn(name, []);
    }

    /// <exception cref="DeskException">There is no such calendar, or its file has a mistake.</exception>
    public BusinessCalendar Get(string name) => Find(name)
        ?? throw new DeskException($"There is no calendar “{Shown.Briefly(name)}” in {folder}; {(Names.Count == 0 ? "put one there." : $"there are {string.Join(", ", Names)}.")}");

    private BusinessCalendar? FindIn(string name, IReadOnlyList<string> children)
    {
        if (read.TryGetValue(name, out var known)) return known;
        if (!Names.Contains(name)) return null;
        var file = Path.Combine(folder, name + ".yml");
        if (children.Contains(name)) throw new DeskException($"{file} extends itself, through {string.Join(", ", children)}; take one “extends” out.");
        return read[name] = CalendarFile.Read(PolicyNode.Load(file), name, file, parent => FindIn(parent, [.. children, name]));
    }
}
