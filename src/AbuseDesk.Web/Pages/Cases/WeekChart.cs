using System.Globalization;
using AbuseDesk.Cases;
using NodaTime;

namespace AbuseDesk.Web.Pages.Cases;

/// <summary>Where the parts of the chart by week stand: x in per cent of its width, y in pixels, so that words keep their size.</summary>
public sealed class WeekChart
{
    private const int Most = 20;
    private const double Tallest = 150;
    private const double RowOfWords = 19;
    private readonly Instant start;
    private readonly Instant end;

    public WeekChart(IReadOnlyList<WeekOfItems> weeks, DateTimeZone zone, IEnumerable<ChartStep> steps, IEnumerable<Instant> forwardings)
    {
        Weeks = [.. weeks.TakeLast(Most)];
        Earlier = weeks.Take(weeks.Count - Weeks.Count).Sum(week => week.Items);
        start = Weeks[0].Monday.AtStartOfDayInZone(zone).ToInstant();
        end = Weeks[^1].Monday.PlusWeeks(1).AtStartOfDayInZone(zone).ToInstant();
        var shown = steps.Where(step => step.At >= start).OrderByDescending(step => step.At).ToList();
        Base = Math.Max(224, Tallest + RowOfWords * (shown.Count + 1));
        Bars = [.. Weeks.Select(Bar)];
        Steps = [.. shown.Select(Mark)];
        Forwardings = [.. forwardings.Where(at => at >= start && at < end).Select(at => Percent(X(at)))];
    }

    public IReadOnlyList<WeekOfItems> Weeks { get; }

    /// <summary>Items of the weeks before those shown.</summary>
    public int Earlier { get; }

    public double Base { get; }

    public double Height => Base + 16;

    public IReadOnlyList<ChartBar> Bars { get; }

    public IReadOnlyList<ChartMark> Steps { get; }

    /// <summary>x of each.</summary>
    public IReadOnlyList<string> Forwardings { get; }

    private double Column => 100.0 / Weeks.Count;

    // one week alone must not become a wall
    private double BarWidth => Math.Min(Column * .64, 12);

    private ChartBar Bar(WeekOfItems week, int index)
    {
        var scale = Tallest / Math.Max(1, Weeks.Max(each => each.Items));
        var middle = (index + .5) * Column;
        var up = Math.Round((week.Items - week.Removed) * scale);
        var gone = Math.Round(week.Removed * scale);
        return new ChartBar(
            Percent(middle - BarWidth / 2), Percent(BarWidth), Percent(middle), Pixels(Base - up), Pixels(up), Pixels(Base - up - gone), Pixels(gone),
            Pixels(Base - up - gone - 6), week.Items)
        { From = middle - BarWidth / 2, To = middle + BarWidth / 2, Top = Base - up - gone };
    }

    private ChartMark Mark(ChartStep step, int index)
    {
        var x = X(step.At);
        var words = 14 + index * RowOfWords;
        // a line that would run into a bar, or the figure above it, ends over it
        var under = Bars.FirstOrDefault(bar => bar.Items > 0 && x > bar.From - 1 && x < bar.To + 1);
        var bottom = under is null ? Base : Math.Max(words, under.Top - 20);
        return new ChartMark(step, Percent(x), Pixels(words), Pixels(words - 4), Pixels(bottom), ToLeft: x > 35);
    }

    private double X(Instant at) => Math.Clamp((at - start) / (end - start) * 100, 0, 100);

    private static string Percent(double x) => x.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Pixels(double y) => y.ToString("0", CultureInfo.InvariantCulture);
}

/// <summary>A step of the ladder on the chart: what, and on which day.</summary>
public sealed record ChartStep(string What, string When, Instant At, bool Planned = false);

public sealed record ChartBar(string X, string Width, string Middle, string UpY, string UpHeight, string GoneY, string GoneHeight, string WordsY, int Items)
{
    internal double From { get; init; }

    internal double To { get; init; }

    internal double Top { get; init; }
}

public sealed record ChartMark(ChartStep Step, string X, string Y, string LineTop, string LineBottom, bool ToLeft);
