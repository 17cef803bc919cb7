using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Reports;

/// <summary>
/// A lawyer allows notices to name who filed a report, or takes that back. Without it a notice that names them is neither approved nor sent.
/// </summary>
public sealed class ReleaseReporter(DeskDatabase database)
{
    /// <param name="actor">A lawyer.</param>
    /// <param name="reportRef">"R-2021-00731".</param>
    /// <param name="reason">Why they may be named, or why no longer; goes into the journal.</param>
    /// <param name="released">False takes it back.</param>
    /// <exception cref="DeskException">The actor is no lawyer, there is no such report, it names nobody, or nothing would change.</exception>
    public Task RunAsync(Actor actor, string reportRef, string? reason, bool released = true)
    {
        actor.Demand("release the identity of a reporter", Role.Legal);
        var why = reason?.Trim() ?? "";
        if (why.Length == 0) throw new DeskException("Give the reason; it goes into the journal.");
        var wanted = reportRef.Trim().ToUpperInvariant();
        return database.WriteAsync(async tx =>
        {
            var report = await tx.FindAsync<Row>("select id, ref, coalesce(reporter_name, reporter_email) as who from reports where ref = @wanted", new { wanted })
                ?? throw new DeskException($"There is no report “{Shown.Briefly(reportRef)}”; a report reference looks like R-2021-00001.");
            if (report.Who is null)
                throw new DeskException($"{report.Ref} names nobody, so that there is no identity to release.");
            var changed = await tx.ExecuteAsync(
                $"""
                update reports set identity_released_at = @at, identity_released_by = @by, identity_release_reason = @why
                where id = @Id and identity_released_at {(released ? "is null" : "is not null")}
                """,
                new { report.Id, at = released ? tx.Now : (NodaTime.Instant?)null, by = released ? actor.Login : null, why = released ? why : null });
            if (changed == 0)
                throw new DeskException($"The identity in {report.Ref} is {(released ? "released already" : "not released")}.");
            // the journal of a case must not tell who reported either
            foreach (var caseRef in await tx.QueryAsync<string>("select distinct k.ref from report_items l join items i on i.id = l.item_id join cases k on k.id = i.case_id where l.report_id = @Id order by k.ref", report))
            {
                await JournalWriter.AppendAsync(tx, caseRef, actor, released ? "reporter-released" : "reporter-release-ended",
                    $"{(released ? "allowed notices to name" : "no longer allows notices to name")} the reporter of {report.Ref}: “{why}”", new { report = report.Ref, reason = why });
            }
        });
    }

    private sealed record Row
    {
        public required long Id { get; init; }

        public required string Ref { get; init; }

        public required string? Who { get; init; }
    }
}
