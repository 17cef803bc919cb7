using System.Text;
using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Gathering;
using AbuseDesk.Notices.Pdf;
using AbuseDesk.Notices.Templates;
using AbuseDesk.Notices.Workshop;
using AbuseDesk.Notices.Writers;
using NodaTime;

namespace AbuseDesk.Notices.Drafting;

/// <summary>A version of a notice, compiled; its files are in the evidence store, but no row names them yet.</summary>
public sealed record CompiledNotice
{
    public required string FactsText { get; init; }

    public required IReadOnlyList<long> ItemIds { get; init; }

    public required string Subject { get; init; }

    /// <summary>The template with the words of its language, as it was then.</summary>
    public required StoredEvidence Template { get; init; }

    /// <summary>The published version of the template; 0 for the file of the installation.</summary>
    public required int TemplateVersion { get; init; }

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
public sealed class CompileNotice(DeskDatabase database, CurrentTemplates templates, GatherFacts gather, PdfWriter pdf, EvidenceFiles files)
{
    /// <summary>Refuses what cannot be compiled, without drawing or keeping anything.</summary>
    /// <exception cref="DeskException">The record lacks what the kind or the contract path needs, or the template has a mistake.</exception>
    public async Task TryAsync(NoticeRow notice, IReadOnlyList<long>? itemIds)
    {
        var (gathered, _) = await GatherAsync(notice, itemIds, database.Now);
        _ = await templates.CompileAsync(gathered.Facts);
    }

    /// <exception cref="DeskException">The record lacks what the kind or the contract path needs, or the template has a mistake.</exception>
    public async Task<CompiledNotice> RunAsync(NoticeRow notice, IReadOnlyList<long>? itemIds)
    {
        var (gathered, date) = await GatherAsync(notice, itemIds, database.Now);
        var (document, template) = await templates.CompileAsync(gathered.Facts);
        using var temporary = TemporaryFile.Create();
        await using var file = temporary.Open();
        var printed = pdf.Write(document, sha256 => files.ReadAsync(sha256).GetAwaiter().GetResult(), file);
        var facts = FactsText.Write(gathered.Facts);
        return new CompiledNotice
        {
            FactsText = facts,
            ItemIds = gathered.ItemIds,
            // a subject is one line: what must not part at a line's end needs no such space there
            Subject = document.Subject.Replace('\u00a0', ' ').Replace('\u202f', ' '),
            Template = await files.KeepTemplateAsync(template),
            TemplateVersion = template.Version,
            Facts = await files.KeepAsync(Encoding.UTF8.GetBytes(facts), "facts.json"),
            Pdf = await files.KeepPdfAsync(file),
            Html = await files.KeepAsync(Encoding.UTF8.GetBytes(HtmlMailWriter.Write(document)), "notice.html"),
            Text = await files.KeepAsync(Encoding.UTF8.GetBytes(PlainTextWriter.Write(document)), "notice.txt"),
            Checks = gathered.Checks is { } checks ? await files.KeepAsync(checks.Bytes, "checks.csv") : null,
            Pages = printed.Pages,
            CompiledAt = date,
            MissingGlyphs = printed.Lacks.Characters,
        };
    }

    private async Task<(GatheredFacts Gathered, Instant Date)> GatherAsync(NoticeRow notice, IReadOnlyList<long>? itemIds, Instant date)
    {
        var gathered = await database.SnapshotAsync(tx => gather.RunAsync(tx, notice, date, itemIds));
        return ContractProof.Gaps(gathered.Facts, date) is { Count: > 0 } gaps
            ? throw new DeskException($"The notice cannot be drafted yet: {string.Join("; ", gaps)}.")
            : (gathered, date);
    }
}
