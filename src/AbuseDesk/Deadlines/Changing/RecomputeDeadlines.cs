using AbuseDesk.Database;
using Dapper;

namespace AbuseDesk.Deadlines.Changing;

/// <summary>
/// Computes deadlines again whose calendar has changed: a day off that was decided late moves what counts business days. One
/// worker's pass; running it twice moves nothing twice, and what has not changed is not looked at.
/// </summary>
public sealed class RecomputeDeadlines(DeskDatabase database, Calendars calendars, CountAgain count, MoveDeadline move)
{
    private const int AtOnce = 500;

    /// <returns>References of those that moved.</returns>
    /// <exception cref="DeskException">One could not be computed; the others are.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancel = default)
    {
        var moved = new List<string>();
        var failed = new List<string>();
        foreach (var name in calendars.Names)
            foreach (var deadline in await ChangedAsync(name, failed))
            {
                cancel.ThrowIfCancellationRequested();
                try
                {
                    if (await database.WriteAsync(tx => AgainAsync(tx, deadline), cancel)) moved.Add(deadline);
                }
                catch (DeskException problem)
                {
                    failed.Add($"{deadline}: {problem.Message}");
                }
            }

        return failed.Count == 0 ? moved : throw new DeskException($"Not every deadline could be computed again, and it is tried again later. {failed[0]}");
    }

    private async Task<IReadOnlyList<string>> ChangedAsync(string calendar, List<string> failed)
    {
        if (!await database.ReadAsync(connection => connection.ExecuteScalarAsync<bool>(
            "select exists (select 1 from deadlines where calendar = @calendar and ended_at is null)", new { calendar }))) return [];
        try
        {
            var fingerprint = calendars.Get(calendar).Fingerprint;
            return await database.ReadAsync<IReadOnlyList<string>>(async connection => (await connection.QueryAsync<string>(
                $"""
                select ref from deadlines where calendar = @calendar and ended_at is null and calendar_sha256 < @fingerprint
                union all select ref from deadlines where calendar = @calendar and ended_at is null and calendar_sha256 > @fingerprint
                limit {AtOnce}
                """,
                new { calendar, fingerprint })).AsList());
        }
        catch (DeskException problem)
        {
            failed.Add(problem.Message);
            return [];
        }
    }

    private async Task<bool> AgainAsync(DeskTransaction tx, string deadlineRef)
    {
        var deadline = await TakenDeadline.TakeAsync(tx, deadlineRef);
        if (deadline is not { Status: "open" or "paused", Calendar: { } name }) return false;
        var calendar = calendars.Get(name);
        if (!deadline.IsPaused && await count.FindAsync(tx, deadline, "calendar-changed", $"the calendar {calendar.Title} has changed") is { } again)
        {
            await move.RunAsync(tx, Actor.Worker, deadline, again);
            return again.Due.Instant != deadline.DueAt;
        }

        // a paused one is computed by the new calendar when it goes on; an extension stays as it was promised
        await tx.ExecuteAsync("update deadlines set calendar_sha256 = @Fingerprint where id = @Id", new { deadline.Id, calendar.Fingerprint });
        return false;
    }
}
