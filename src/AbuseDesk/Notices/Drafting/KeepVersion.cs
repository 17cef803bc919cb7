using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Gathering;

namespace AbuseDesk.Notices.Drafting;

/// <summary>Writes a compiled version into the record, if the record is still the one it was compiled from.</summary>
public sealed class KeepVersion(GatherFacts gather)
{
    /// <exception cref="DeskException">The record changed while the version was compiled.</exception>
    public async Task RunAsync(DeskTransaction tx, Actor actor, NoticeRow notice, CompiledNotice compiled, IReadOnlyList<long>? itemIds)
    {
        var now = await gather.RunAsync(tx, notice, compiled.CompiledAt, itemIds);
        if (FactsText.Write(now.Facts) != compiled.FactsText)
            throw new DeskException("The record changed while the notice was being compiled; try again, so that it says what is on record.");
        await KeepFilesAsync(tx, actor, notice, compiled);
        await tx.ExecuteAsync(
            """
            insert into notice_versions (notice_id, number, subject, template_sha256, template_version, facts_sha256, pdf_sha256, html_sha256, text_sha256, pages, compiled_at, compiled_by)
            values (@NoticeId, @Number, @Subject, @TemplateSha256, @TemplateVersion, @FactsSha256, @PdfSha256, @HtmlSha256, @TextSha256, @Pages, @CompiledAt, @By)
            """,
            new
            {
                NoticeId = notice.Id,
                Number = notice.CurrentVersion,
                compiled.Subject,
                TemplateSha256 = compiled.Template.Sha256,
                compiled.TemplateVersion,
                FactsSha256 = compiled.Facts.Sha256,
                PdfSha256 = compiled.Pdf.Sha256,
                HtmlSha256 = compiled.Html.Sha256,
                TextSha256 = compiled.Text.Sha256,
                compiled.Pages,
                compiled.CompiledAt,
                By = actor.Login,
            });
        await tx.ExecuteAsync("delete from notice_items where notice_id = @Id", notice);
        foreach (var chunk in compiled.ItemIds.Chunk(400))
        {
            await tx.ExecuteAsync(
                $"insert into notice_items (notice_id, item_id) select @notice, id from items where id {tx.Dialect.InList("@items")}",
                new { notice = notice.Id, items = chunk });
        }
    }

    private static async Task KeepFilesAsync(DeskTransaction tx, Actor actor, NoticeRow notice, CompiledNotice compiled)
    {
        var name = $"{notice.Ref}-v{notice.CurrentVersion}";
        await KeepAsync(compiled.Pdf, "pdf");
        await KeepAsync(compiled.Html, "html");
        await KeepAsync(compiled.Text, "txt");
        await KeepAsync(compiled.Facts, "facts.json");
        await KeepAsync(compiled.Template, "template.txt");
        if (compiled.Checks is { } checks)
            await KeepAsync(checks, "checks.csv");

        Task KeepAsync(StoredEvidence stored, string extension) => EvidenceRecords.AddAsync(tx, actor, stored, new CaptureFacts
        {
            Purpose = EvidencePurpose.Notice,
            FileName = $"{name}.{extension}",
            CapturedAt = compiled.CompiledAt,
            CapturedBy = actor.Login,
            Method = "compiled by AbuseDesk",
        });
    }
}
