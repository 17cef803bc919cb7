using AbuseDesk.Cases;

namespace AbuseDesk.Notices.Facts;

/// <summary>One period of a trend: the items first seen in it.</summary>
public sealed record PeriodFacts
{
    private readonly TrendUnit unit;
    private readonly IReadOnlyList<ItemFacts> seen;

    internal PeriodFacts(TrendUnit unit, Moment start, IReadOnlyList<ItemFacts> seen) => (this.unit, Start, this.seen) = (unit, start, seen);

    /// <summary>"Monday 16 November 2020", 00:00.</summary>
    public Moment Start { get; }

    /// <summary>Short, for a chart: "16 Nov", "Nov 2020", "Q4 2020", "2020".</summary>
    public string Label => unit switch
    {
        TrendUnit.Week => Start.DayMonth,
        TrendUnit.Month => Start.ShortMonthYear,
        _ => Name,
    };

    /// <summary>For a sentence: "16 November 2020", "November 2020", "Q4 2020", "2020".</summary>
    public string Name => unit switch
    {
        TrendUnit.Week => Start.Date,
        TrendUnit.Month => Start.MonthYear,
        TrendUnit.Quarter => $"Q{(Start.Local.Month - 1) / 3 + 1}\u00a0{Start.Local.Year}",
        _ => $"{Start.Local.Year}",
    };

    /// <summary>1, at the last check.</summary>
    public int StillUp => seen.Count(item => item.State == ItemState.StillUp);

    /// <summary>2, at the last check; items unchecked or unreachable count here neither.</summary>
    public int Removed => seen.Count(item => item.State == ItemState.Removed);

    /// <summary>3: all items first seen in the period.</summary>
    public int Items => seen.Count;
}
