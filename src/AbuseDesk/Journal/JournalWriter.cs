using System.Text.Encodings.Web;
using System.Text.Json;
using AbuseDesk.Database;

namespace AbuseDesk.Journal;

/// <summary>Appends to the journal inside the transaction of the act.</summary>
public static class JournalWriter
{
    /// <summary>The chain of acts that belong to no case: terms, customers, staff.</summary>
    public const string Desk = "desk";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="tx">The transaction of the act.</param>
    /// <param name="chain">A case reference, or <see cref="Desk"/>.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="act">The act as one hyphenated word.</param>
    /// <param name="summary">The act as one sentence for people, without the actor: "filed 3 items".</param>
    /// <param name="details">What was written; instants as text.</param>
    public static async Task<JournalEntry> AppendAsync(
        DeskTransaction tx, string chain, Actor actor, string act, string summary, object? details = null)
    {
        // taking the head of the chain first makes writers of one case queue up behind each other
        var head = await tx.GetAsync<Head>(
            """
            insert into journal_chains (chain, last_number, last_hash) values (@chain, 0, '')
            on conflict (chain) do update set chain = excluded.chain
            returning last_number, last_hash
            """,
            new { chain });
        var entry = new JournalEntry
        {
            Chain = chain,
            Number = head.LastNumber + 1,
            At = tx.Now,
            Actor = actor.Login,
            Act = act,
            Summary = summary,
            Details = JsonSerializer.Serialize(details ?? new { }, Json),
            PreviousHash = head.LastHash,
            Hash = "",
        };
        entry = entry with { Hash = entry.ComputeHash() };
        await tx.ExecuteAsync(
            """
            insert into journal (chain, number, at, actor, act, summary, details, previous_hash, hash)
            values (@Chain, @Number, @At, @Actor, @Act, @Summary, @Details, @PreviousHash, @Hash)
            """,
            entry);
        await tx.ExecuteAsync(
            "update journal_chains set last_number = @Number, last_hash = @Hash where chain = @Chain", entry);
        return entry;
    }

    private sealed record Head
    {
        public required long LastNumber { get; init; }

        public required string LastHash { get; init; }
    }
}
