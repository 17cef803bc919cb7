using System.Text;
using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Gathering;
using AbuseDesk.Notices.Pdf;
using AbuseDesk.Notices.Templates;
using AbuseDesk.Notices.Writers;
using NodaTime;

namespace AbuseDesk.Notices.Drafting;

/// <summary>A version of a notice, compiled; its files are in the evidence store, but no row names them yet.</summary>
public sealed record CompiledNotice
{
    public required string FactsText { get; init; }

    public required IReadOnlyList<long> ItemIds { get; init; }

    public required string Subject { get; init; }

    public required string TemplateSha256 { get; init; }

    public required StoredEvidence Facts { get; init; }

    public required StoredEvidence Pdf { get; init; }

    public required StoredEvidence Html { get; init; }

    public required StoredEvidence Text { get; init; }

    /// <summary>The record of the checks that the notice cites; null where nothing was checked.</summary>
    public required StoredEvidence? Checks { get; init; }

    public required int Pages { get; init; }

    public required Instant CompiledAt { get; init; }

    public required IReadOnlyList<string> MissingGlyphs { get; init; }
}

/// <summary>Compiles a notice outside any transaction that writes: drawing a hundred pages takes seconds.</summary>
public sealed class CompileNotice(DeskDatabase database, DeskSettings settings, GatherFacts gather, PdfWriter pdf, EvidenceFiles files)
{
    public async Task<CompiledNotice> RunAsync(NoticeRow notice, IReadOnlyList<long>? itemIds)
    {
        var date = database.Now;
        var gathered = await database.SnapshotAsync(tx => gather.RunAsync(tx, notice, date, itemIds));
        var template = new TemplateLibrary(settings.Templates).Get(gathered.Facts.Kind, notice.Language);
        var document = NoticeCompiler.Compile(gathered.Facts, template);
        var printed = pdf.Write(document, sha256 => files.ReadAsync(sha256).GetAwaiter().GetResult());
        var facts = FactsText.Write(gathered.Facts);
        return new CompiledNotice
        {
            FactsText = facts,
            ItemIds = gathered.ItemIds,
            // a subject is one line: what must not part at a line's end needs no such space there
            Subject = document.Subject.Replace('\u00a0', ' '),
            TemplateSha256 = template.Sha256,
            Facts = await files.KeepAsync(Encoding.UTF8.GetBytes(facts), "facts.json"),
            Pdf = await files.KeepAsync(printed.Bytes, "notice.pdf"),
            Html = await files.KeepAsync(Encoding.UTF8.GetBytes(HtmlMailWriter.Write(document)), "notice.html"),
            Text = await files.KeepAsync(Encoding.UTF8.GetBytes(PlainTextWriter.Write(document)), "notice.txt"),
            Checks = gathered.Checks is { } checks ? await files.KeepAsync(checks.Bytes, "checks.csv") : null,
            Pages = printed.Pages,
            CompiledAt = date,
            MissingGlyphs = printed.MissingGlyphs,
        };
    }
}
