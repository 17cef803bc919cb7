using System.Globalization;
using System.Text;
using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Journal;

namespace AbuseDesk.Terms;

/// <summary>Publishes a version of the terms; from then on it cannot change.</summary>
public sealed class PublishTerms(DeskDatabase database, StoreEvidence store)
{
    /// <param name="actor">Legal or admin.</param>
    /// <param name="markdown">Front matter and clauses; see <see cref="TermsDocument"/>.</param>
    /// <param name="fileName">As the file is called.</param>
    /// <param name="effective">Local date, or date and time, in the zone of the front matter; null for the one that stands there.</param>
    /// <param name="cancel">Stops before the version is written.</param>
    /// <exception cref="DeskException">The actor may not, the document cannot be terms, or it does not follow the versions before it.</exception>
    public async Task<TermsVersion> RunAsync(
        Actor actor, string markdown, string fileName, string? effective = null, CancellationToken cancel = default)
    {
        actor.Demand("publish terms", Role.Legal, Role.Admin);
        var document = TermsDocument.Parse(markdown, fileName, effective);
        var stored = await store.RunAsync(Encoding.UTF8.GetBytes(markdown), fileName, EvidencePurpose.Document, cancel);
        return await database.WriteAsync(async tx =>
        {
            await RefuseDisorderAsync(tx, document);
            await EvidenceRecords.AddAsync(tx, actor, stored, new CaptureFacts
            {
                Purpose = EvidencePurpose.Document,
                FileName = fileName,
                CapturedAt = tx.Now,
                CapturedBy = actor.Login,
                Method = "published as terms",
            });
            await WriteAsync(tx, actor, document, stored.Sha256);
            await JournalWriter.AppendAsync(
                tx,
                JournalWriter.Desk,
                actor,
                "terms-published",
                $"published the terms of {document.Version} with {document.Clauses.Count} clauses",
                new { document.Version, document = stored.Sha256, effective = document.Effective.Instant.ToString(), document.Effective.Zone });
            return await TermsRecords.GetAsync(tx.Connection, document.Version);
        }, cancel);
    }

    /// <summary>What was in force at an instant of the past must not change by a version put in between.</summary>
    private static async Task RefuseDisorderAsync(DeskTransaction tx, TermsDocument document)
    {
        if (await TermsRecords.FindAsync(tx.Connection, document.Version) is not null)
            throw new DeskException($"Version {document.Version} of the terms is already published and cannot change; give the new text a new version.");
        if (await TermsRecords.ListAsync(tx.Connection) is [var latest, ..] && latest.EffectiveAt >= document.Effective.Instant)
            throw new DeskException(
                $"Version {document.Version} would take effect no later than {latest.Version}, which is already published; publish versions in the order in which they take effect.");
    }

    private static async Task WriteAsync(DeskTransaction tx, Actor actor, TermsDocument document, string sha256)
    {
        var id = await tx.GetAsync<long>(
            """
            insert into terms_versions (version, title, effective_at, effective_local, effective_zone, document_sha256, contract_paths, published_at, published_by)
            values (@Version, @Title, @EffectiveAt, @EffectiveLocal, @EffectiveZone, @sha256, @ContractPaths, @Now, @Login)
            returning id
            """,
            new
            {
                document.Version,
                document.Title,
                EffectiveAt = document.Effective.Instant,
                EffectiveLocal = document.Effective.Local.ToString("uuuu-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
                EffectiveZone = document.Effective.Zone,
                sha256,
                ContractPaths = PathInTerms.TextOf(document.Paths),
                tx.Now,
                actor.Login,
            });
        await tx.ExecuteAsync(
            """
            insert into clauses (terms_version_id, ordinal, number, heading, topic, body)
            values (@id, @ordinal, @Number, @Heading, @Topic, @Body)
            """,
            document.Clauses.Select((clause, i) => new { id, ordinal = i + 1, clause.Number, clause.Heading, clause.Topic, clause.Body }));
    }
}
