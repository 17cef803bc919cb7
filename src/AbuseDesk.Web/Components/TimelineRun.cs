using AbuseDesk.Cases;
using NodaTime;

namespace AbuseDesk.Web.Components;

/// <summary>Journal entries that are told as one line: the many filings of a day would hide the few steps between them.</summary>
public sealed record TimelineRun(LocalDate Date, IReadOnlyList<TimelineEntry> Entries)
{
    private const string Filing = "report-filed";
    private const int Fewest = 3;

    private static readonly HashSet<string> Steps =
    [
        "case-opened", "case-closed", "case-reopened", "items-checked", "plan-received", "plan-assessed",
        "notice-submitted", "notice-approved", "notice-sent", "suspension-took-effect", "suspension-lifted",
    ];

    public TimelineEntry First => Entries[0];

    public string Who
    {
        get
        {
            var names = Entries.Select(entry => entry.ActorName.Split(' ')[0]).Distinct().ToList();
            return names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
        }
    }

    /// <summary>Whether the act is a step in the life of a case, or the work between two.</summary>
    public static bool IsStep(string act) => Steps.Contains(act);

    /// <summary>Runs of filings on one day, from the third on; every other entry stands alone. The order is kept.</summary>
    public static IReadOnlyList<TimelineRun> Of(IEnumerable<TimelineEntry> entries, DateTimeZone zone)
    {
        var runs = new List<TimelineRun>();
        var held = new List<TimelineEntry>();
        LocalDate day = default;
        foreach (var entry in entries)
        {
            var date = entry.At.InZone(zone).Date;
            if (entry.Act != Filing || date != day) Release();
            day = date;
            held.Add(entry);
            if (entry.Act != Filing) Release();
        }

        Release();
        return runs;

        void Release()
        {
            if (held.Count >= Fewest) runs.Add(new TimelineRun(day, [.. held]));
            else runs.AddRange(held.Select(entry => new TimelineRun(day, [entry])));
            held.Clear();
        }
    }
}
