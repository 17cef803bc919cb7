using System.Security.Cryptography;
using System.Text;
using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Journal;

/// <summary>One act, as it stands in the journal.</summary>
public sealed record JournalEntry
{
    /// <summary>A case reference, or "desk" for acts on no case.</summary>
    public required string Chain { get; init; }

    /// <summary>1, 2, 3… within the chain.</summary>
    public required long Number { get; init; }

    public required Instant At { get; init; }

    /// <summary>A login, or the name of a worker.</summary>
    public required string Actor { get; init; }

    /// <summary>The act as one hyphenated word, for instance "notice-approved".</summary>
    public required string Act { get; init; }

    /// <summary>The act as one sentence for people.</summary>
    public required string Summary { get; init; }

    /// <summary>What the act wrote, as JSON, character for character as it was hashed.</summary>
    public required string Details { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }

    /// <summary>
    /// SHA-256 over every member but the hash itself, each preceded by its length, so that no two entries read alike.
    /// </summary>
    public string ComputeHash()
    {
        var text = new StringBuilder();
        foreach (var part in (string[])[Chain, Number.ToString(System.Globalization.CultureInfo.InvariantCulture), InstantHandler.Text(At), Actor, Act, Summary, Details, PreviousHash])
        {
            text.Append(part.Length).Append(':').Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
