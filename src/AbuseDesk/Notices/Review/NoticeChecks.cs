using System.Text;
using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Notices.Changes;
using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Notices.Review;

/// <summary>One condition that a notice must meet before it is approved or sent.</summary>
/// <param name="Passed">Whether it does.</param>
/// <param name="Sentence">What was found, in one sentence; where it blocks, with the way out.</param>
/// <param name="Source">The rule or the record it rests on.</param>
public sealed record NoticeCheck(bool Passed, string Sentence, string Source)
{
    /// <summary>The fact that is missing; null where nothing is.</summary>
    public CheckedFact? About { get; init; }

    /// <summary>The sentences of the notice that would be untrue now; empty for every check but that of the record.</summary>
    public IReadOnlyList<ChangedSentence> Untrue { get; init; } = [];
}

/// <summary>The checks of one version; <see cref="NoticeVersion"/> is the row's, so that a later change is noticed.</summary>
public sealed record CheckedNotice(long NoticeVersion, IReadOnlyList<NoticeCheck> Checks)
{
    public bool Passed => Checks.All(check => check.Passed);
}

/// <summary>Checks a notice against its evidence and the record. A failed check blocks approval and sending.</summary>
public sealed class NoticeChecks(DeskDatabase database, CompareWithRecord compare, IEvidenceStore store, CheckSources sources)
{
    /// <summary>All checks, those that block first.</summary>
    public async Task<CheckedNotice> RunAsync(string reference)
    {
        var (notice, version, recorded) = await database.SnapshotAsync(async tx =>
        {
            var notice = await NoticeRecords.GetAsync(tx, reference);
            return (notice, await NoticeRecords.VersionAsync(tx, notice), await RecordAsync(tx, notice));
        });
        var facts = await FactsOfAsync(version);
        var evidence = await EvidenceAsync(facts, version);
        List<NoticeCheck> all = [.. recorded, evidence];
        // what cannot be read has blocked already
        if (evidence.Passed)
        {
            await using var pdf = await store.OpenAsync(version.PdfSha256);
            all.Add(PrintCheck.Of(facts, pdf));
        }

        return new CheckedNotice(notice.Version, [.. all.OrderBy(check => check.Passed)]);
    }

    /// <summary>The checks that need the record but no evidence bytes: cheap enough to repeat inside the act.</summary>
    public async Task<IReadOnlyList<NoticeCheck>> RecordAsync(DeskTransaction tx, NoticeRow notice)
    {
        var version = await NoticeRecords.VersionAsync(tx, notice);
        var facts = await FactsOfAsync(version);
        var difference = await compare.RunAsync(tx, notice, version);
        if (facts.Reporter is not null)
            return Named(LetterChecks.Of(facts, version, difference, await TextAsync(version.TextSha256), await LetterSecrets.ReadAsync(tx, notice)), CheckedFact.Case(facts));
        List<NoticeCheck> checks =
        [
            difference is null
                ? new(true, $"{facts.Counts.All} items, {facts.Counts.Removed} removed, {facts.Counts.StillUp} still up: as on record", facts.LastCheck is { } last ? $"check of {last.At.InEnglish.ShortDateTime}" : "no check yet")
                : new(false, $"The record has changed since version {version.Number} was compiled ({difference.Words}); redraft it.", "the record") { Untrue = difference.Untrue, About = CheckedFact.Case(facts) },
            FactChecks.Clauses(facts),
            await RecordChecks.ReadersAsync(tx, facts, notice),
            await RecordChecks.EvidencedAsync(tx, facts, notice),
            .. FactChecks.Dates(facts, tx.Now),
        ];
        if (facts.Kind == NoticeKind.Reinstatement)
            checks.AddRange(FactChecks.OfReinstatement(facts, notice, version));
        else if (NoticeKinds.NeedsReview(facts.Kind))
            checks.AddRange(Named([.. new MeasureChecks(facts, tx.Now, sources.Calendars).All(), FactChecks.TwoPeople(facts, notice, version)], CheckedFact.Redraft(facts)));
        if (await BouncedAsync(tx, notice) is { } bounced)
            checks.Add(new(false, bounced, "mail that came back") { About = CheckedFact.Case(facts) });
        var text = await TextAsync(version.TextSha256);
        checks.AddRange(Named(TextChecks.Of(facts, text, await RecordChecks.ReportersAsync(tx, notice)), CheckedFact.Template(facts)));
        var template = await sources.Templates.GetAsync(tx, facts, version);
        checks.Add(StatementChecks.Figures(facts, template, version, text));
        if (facts.Measure is { } measure)
            checks.AddRange(StatementChecks.OfMeasure(facts, measure, template));
        return checks;
    }

    /// <summary>Why the notice cannot go to one of its readers; null where it can.</summary>
    internal Task<string?> BouncedAsync(DeskTransaction tx, NoticeRow notice) => ContactChecks.BouncedAsync(tx, notice, sources.Zone);

    private async Task<NoticeFacts> FactsOfAsync(NoticeVersionRow version) => FactsText.Read(await TextAsync(version.FactsSha256));

    private async Task<string> TextAsync(string sha256) => Encoding.UTF8.GetString(await store.ReadAsync(sha256));

    /// <summary>Reads every exhibit and the notice itself, and hashes them.</summary>
    private async Task<NoticeCheck> EvidenceAsync(NoticeFacts facts, NoticeVersionRow version)
    {
        var named = facts.Items.SelectMany(item => item.Exhibits.Select(exhibit => (Name: $"item {item.Number}", exhibit.Sha256)))
            .Concat(facts.Items.SelectMany(item => item.Exhibits.Select(exhibit => exhibit.Redaction).OfType<RedactionFacts>().Select(redaction => ($"item {item.Number}", redaction.OriginalSha256))))
            .Concat(facts.Documents.Select(document => ($"document {document.Label}", document.Sha256)))
            .Append(("the PDF", version.PdfSha256)).Append(("the mail", version.HtmlSha256)).Append(("the text", version.TextSha256)).ToList();
        var broken = new List<string>();
        foreach (var (name, sha256) in named)
        {
            try
            {
                await using var whole = await store.OpenAsync(sha256);
            }
            catch (DeskException)
            {
                broken.Add(name);
            }
        }

        return broken.Count == 0
            ? new(true, $"Evidence of every item verifies now: {named.Count} files", "SHA-256 on record")
            : new(false, $"The evidence of {string.Join(", ", broken.Take(5))} is missing or was changed; restore it before this notice goes out.", "SHA-256 on record") { About = About(facts, broken[0]) };
    }

    private static IReadOnlyList<NoticeCheck> Named(IEnumerable<NoticeCheck> checks, CheckedFact otherwise) =>
        [.. checks.Select(check => check.Passed ? check : check with { About = check.About ?? otherwise })];

    private static CheckedFact About(NoticeFacts facts, string broken) =>
        int.TryParse(broken.Replace("item ", "", StringComparison.Ordinal), out var number) ? CheckedFact.Item(facts, number) : CheckedFact.Redraft(facts);
}
