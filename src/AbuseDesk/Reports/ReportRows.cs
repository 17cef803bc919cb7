using AbuseDesk.Cases;
using AbuseDesk.Database;

namespace AbuseDesk.Reports;

/// <summary>The rows of one report.</summary>
internal static class ReportRows
{
    public static async Task InsertAsync(DeskTransaction tx, Actor actor, string report, long itemId, Filing filing)
    {
        var request = filing.Request;
        var id = await tx.GetAsync<long>(
            """
            insert into reports (ref, source, reporter_name, reporter_email, note, received_at, filed_at, filed_by)
            values (@report, @source, @ReporterName, @ReporterEmail, @Note, @Now, @Now, @Login)
            returning id
            """,
            new { report, source = Words.Of(request.Source), request.ReporterName, request.ReporterEmail, request.Note, tx.Now, actor.Login });
        await tx.ExecuteAsync(
            """
            insert into report_items (report_id, item_id, seen_at, written_url, excerpt)
            values (@id, @itemId, @SeenAt, @Written, @Excerpt)
            """,
            new { id, itemId, request.SeenAt, filing.Location.Written, Excerpt = request.Excerpt.Trim() });
        foreach (var screenshot in filing.Screenshots)
            await ItemScreenshots.AttachAsync(tx, itemId, await screenshot.AddCaptureAsync(tx, actor), reportId: id);
    }

    /// <summary>Whether the same source reported the same sighting of the item in the same words.</summary>
    public static Task<bool> IsRepeatAsync(DeskTransaction tx, long itemId, Filing filing) => tx.GetAsync<bool>(
        """
        select exists (
          select 1 from report_items l join reports r on r.id = l.report_id
          where l.item_id = @itemId and l.seen_at = @SeenAt and l.written_url = @Written and l.excerpt = @Excerpt
            and r.source = @source and coalesce(r.reporter_name, '') = @name and coalesce(r.reporter_email, '') = @email)
        """,
        new
        {
            itemId,
            filing.Request.SeenAt,
            filing.Location.Written,
            Excerpt = filing.Request.Excerpt.Trim(),
            source = Words.Of(filing.Request.Source),
            name = filing.Request.ReporterName ?? "",
            email = filing.Request.ReporterEmail ?? "",
        });
}
