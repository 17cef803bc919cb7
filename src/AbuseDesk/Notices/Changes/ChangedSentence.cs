using System.Text.Encodings.Web;
using System.Text.Json;

namespace AbuseDesk.Notices.Changes;

/// <summary>A sentence of a notice that would be untrue now, with what the record gives in its place.</summary>
/// <param name="Was">As the notice says it; null where the notice leaves out what the record gives.</param>
/// <param name="Now">As it would be said now; null where it would not be said any more.</param>
public sealed record ChangedSentence(string? Was, string? Now)
{
    private const int Most = 40;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What differs between the sentences of two documents: those of paragraphs first, rows of tables after them; 40 at most.</summary>
    public static IReadOnlyList<ChangedSentence> Between(IReadOnlyList<DocumentSentence> older, IReadOnlyList<DocumentSentence> newer) =>
        [.. Pairs(older, newer, inTable: false).Concat(Pairs(older, newer, inTable: true)).Take(Most)];

    /// <summary>Null for none.</summary>
    public static string? Write(IReadOnlyList<ChangedSentence> sentences) => sentences.Count == 0 ? null : JsonSerializer.Serialize(sentences, Json);

    public static IReadOnlyList<ChangedSentence> Read(string? text) => text is null ? [] : JsonSerializer.Deserialize<List<ChangedSentence>>(text, Json)!;

    private static List<ChangedSentence> Pairs(IReadOnlyList<DocumentSentence> older, IReadOnlyList<DocumentSentence> newer, bool inTable)
    {
        List<ChangedSentence> pairs = [];
        List<string> struck = [], added = [];
        foreach (var (change, sentence) in Sequences.Compare(Texts(older, inTable), Texts(newer, inTable)))
        {
            if (change == Change.Struck) struck.Add(sentence);
            else if (change == Change.Added) added.Add(sentence);
            else Close();
        }

        Close();
        return pairs;

        // a run of sentences that went and the run in its place are the same ones, in their order
        void Close()
        {
            for (var index = 0; index < Math.Max(struck.Count, added.Count); index++)
                pairs.Add(new ChangedSentence(struck.ElementAtOrDefault(index), added.ElementAtOrDefault(index)));
            struck.Clear();
            added.Clear();
        }
    }

    private static string[] Texts(IReadOnlyList<DocumentSentence> sentences, bool inTable) =>
        [.. sentences.Where(sentence => sentence.InTable == inTable).Select(sentence => sentence.Text)];
}
