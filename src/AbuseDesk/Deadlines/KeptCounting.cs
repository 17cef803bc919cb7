using System.Text.Json;
using AbuseDesk.Deadlines.Computing;

namespace AbuseDesk.Deadlines;

/// <summary>How a deadline is counted, as it is kept with it: a rule that is edited later changes nothing that was promised.</summary>
internal sealed record KeptCounting
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public required string Within { get; init; }

    public string? NotBefore { get; init; }

    public string? Calendar { get; init; }

    public required string Zone { get; init; }

    public required string Ends { get; init; }

    public required string IfClosed { get; init; }

    public required string Resume { get; init; }

    public static string Text(Counting counting) => JsonSerializer.Serialize(
        new KeptCounting
        {
            Within = counting.Within.ToString(),
            NotBefore = counting.NotBefore?.ToString(),
            Calendar = counting.Calendar?.Name,
            Zone = counting.Zone.Id,
            Ends = Words.Of(counting.Ends),
            IfClosed = Words.Of(counting.IfClosed),
            Resume = Words.Of(counting.Resume),
        },
        Json);

    /// <exception cref="DeskException">Its calendar is missing or wrong.</exception>
    public static Counting Read(string text, Calendars calendars)
    {
        var kept = JsonSerializer.Deserialize<KeptCounting>(text, Json)!;
        return new Counting
        {
            Within = Term.Find(kept.Within)!,
            NotBefore = kept.NotBefore is null ? null : Term.Find(kept.NotBefore),
            Calendar = kept.Calendar is null ? null : calendars.Get(kept.Calendar),
            Zone = Zones.Get(kept.Zone),
            Ends = Words.Parse<TermEnd>(kept.Ends),
            IfClosed = Words.Parse<WhenClosed>(kept.IfClosed),
            Resume = Words.Parse<AfterPause>(kept.Resume),
        };
    }
}
