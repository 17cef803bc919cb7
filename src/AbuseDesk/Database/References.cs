namespace AbuseDesk.Database;

/// <summary>References as people say them: a letter, the year by the desk's zone, and a number counted within both.</summary>
public sealed class References(DeskZone zone)
{
    public Task<string> NextReportAsync(DeskTransaction tx) => NextAsync(tx, "R", 5);

    public Task<string> NextCaseAsync(DeskTransaction tx) => NextAsync(tx, "C", 4);

    public Task<string> NextNoticeAsync(DeskTransaction tx) => NextAsync(tx, "N", 4);

    /// <summary>Takes back the number of a notice that came to nothing, unless a later one was taken meanwhile.</summary>
    public static Task GiveBackNoticeAsync(DeskTransaction tx, string reference)
    {
        var parts = reference.Split('-');
        return tx.ExecuteAsync(
            "update counters set last = last - 1 where kind = @kind and year = @year and last = @number",
            new
            {
                kind = parts[0],
                year = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture),
                number = long.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture),
            });
    }

    public Task<string> NextDeadlineAsync(DeskTransaction tx) => NextAsync(tx, "D", 5);

    public Task<string> NextMailAsync(DeskTransaction tx) => NextAsync(tx, "M", 5);

    public Task<string> NextSuspensionAsync(DeskTransaction tx) => NextAsync(tx, "S", 4);

    private async Task<string> NextAsync(DeskTransaction tx, string kind, int width)
    {
        var year = zone.YearOf(tx.Now);
        var number = await tx.GetAsync<long>(
            """
            insert into counters (kind, year, last) values (@kind, @year, 1)
            on conflict (kind, year) do update set last = counters.last + 1
            returning last
            """,
            new { kind, year });
        return $"{kind}-{year:0000}-{number.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(width, '0')}";
    }
}
