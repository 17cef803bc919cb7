using System.Data.Common;
using AbuseDesk.Database;
using Dapper;

namespace AbuseDesk.Evidence;

/// <summary>The rows about evidence. Reading takes any connection, also the one of a running transaction.</summary>
public static class EvidenceRecords
{
    /// <summary>Second step: the rows about bytes that <see cref="StoreEvidence"/> has stored. Journals nothing; the act does.</summary>
    /// <returns>The capture's id.</returns>
    public static async Task<long> AddAsync(DeskTransaction tx, Actor actor, StoredEvidence stored, CaptureFacts facts)
    {
        await tx.ExecuteAsync(
            """
            insert into evidence (sha256, size, media_type, width, height, stored_at)
            values (@Sha256, @Size, @MediaType, @Width, @Height, @Now)
            on conflict (sha256) do nothing
            """,
            new { stored.Sha256, stored.Size, stored.MediaType, stored.Width, stored.Height, tx.Now });
        return await tx.GetAsync<long>(
            """
            insert into captures (sha256, purpose, file_name, source_url, captured_at, captured_by, method, added_at, added_by)
            values (@Sha256, @Purpose, @FileName, @SourceUrl, @CapturedAt, @CapturedBy, @Method, @Now, @Login)
            returning id
            """,
            new
            {
                stored.Sha256,
                Purpose = Words.Of(facts.Purpose),
                facts.FileName,
                facts.SourceUrl,
                CapturedAt = InstantHandler.Cut(facts.CapturedAt),
                facts.CapturedBy,
                facts.Method,
                tx.Now,
                actor.Login,
            });
    }

    public static Task<EvidenceRow?> FindAsync(DbConnection connection, string sha256) =>
        connection.QuerySingleOrDefaultAsync<EvidenceRow>(
            "select sha256, size, media_type, width, height, stored_at from evidence where sha256 = @sha256", new { sha256 });

    /// <exception cref="DeskException">Not a SHA-256, or nothing is on record under it.</exception>
    public static async Task<EvidenceRow> GetAsync(DbConnection connection, string sha256)
    {
        var hash = Sha256.Parse(sha256);
        return await FindAsync(connection, hash)
            ?? throw new DeskException($"There is no evidence {hash} on record; check the hash.");
    }

    /// <summary>All captures of the bytes, oldest first.</summary>
    public static async Task<IReadOnlyList<Capture>> CapturesAsync(DbConnection connection, string sha256) =>
        (await connection.QueryAsync<Capture>(
            """
            select id, sha256, purpose, file_name, source_url, captured_at, captured_by, method, added_at, added_by
            from captures
            where sha256 = @sha256
            order by captured_at, id
            """,
            new { sha256 })).AsList();

    /// <summary>The next rows by hash, for walks over all evidence.</summary>
    public static async Task<IReadOnlyList<EvidenceRow>> PageAsync(DbConnection connection, string afterSha256, int limit) =>
        (await connection.QueryAsync<EvidenceRow>(
            """
            select sha256, size, media_type, width, height, stored_at
            from evidence
            where sha256 > @afterSha256
            order by sha256
            limit @limit
            """,
            new { afterSha256, limit })).AsList();
}
