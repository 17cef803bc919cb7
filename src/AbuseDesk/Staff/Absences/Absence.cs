using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Staff.Absences;

/// <summary>Days on which a person is away, and who stands in for them.</summary>
public sealed record Absence
{
    private static readonly LocalDatePattern Written = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    public required long Id { get; init; }

    public required string Login { get; init; }

    public required string Name { get; init; }

    public required string Substitute { get; init; }

    public required string SubstituteName { get; init; }

    /// <summary>The first day, "2020-12-07", on the calendar of the person's zone.</summary>
    public required string FromDate { get; init; }

    /// <summary>The last day.</summary>
    public required string UntilDate { get; init; }

    public required Instant FromAt { get; init; }

    /// <summary>The end of the last day.</summary>
    public required Instant UntilAt { get; init; }

    /// <summary>"11 December 2020": the last day.</summary>
    public string Until => Written.Format(LocalDatePattern.Iso.Parse(UntilDate).Value);

    /// <summary>"7 December 2020": the first day.</summary>
    public string From => Written.Format(LocalDatePattern.Iso.Parse(FromDate).Value);
}
