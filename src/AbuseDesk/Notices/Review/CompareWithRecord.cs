using System.Text;
using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Notices.Changes;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Gathering;

namespace AbuseDesk.Notices.Review;

/// <summary>What differs between a compiled version and the record.</summary>
/// <param name="Words">The facts that changed, in words.</param>
/// <param name="Untrue">The sentences that would be untrue now, with what would be said instead.</param>
public sealed record RecordDifference(string Words, IReadOnlyList<ChangedSentence> Untrue);

/// <summary>Asks whether a compiled version still says what is on record.</summary>
public sealed class CompareWithRecord(GatherFacts gather, IEvidenceStore store, RecordedTemplates templates)
{
    /// <summary>Null where it does.</summary>
    public async Task<RecordDifference?> RunAsync(DeskTransaction tx, NoticeRow notice, NoticeVersionRow version)
    {
        var compiled = FactsText.Read(Encoding.UTF8.GetString(await store.ReadAsync(version.FactsSha256)));
        var items = await NoticeItems.OfForwardingAsync(tx, notice);
        NoticeFacts now;
        try
        {
            now = (await gather.RunAsync(tx, notice, version.CompiledAt, items)).Facts;
        }
        catch (DeskException nothing)
        {
            // the record does not bear the notice any more at all: nothing of it would be said
            return new RecordDifference(nothing.Message.TrimEnd('.'), []);
        }

        return FactsDifference.Describe(compiled, now) is { } words ? new RecordDifference(words, await UntrueAsync(tx, version, compiled, now)) : null;
    }

    // both by the template that made the version, so that only facts make a difference
    private async Task<IReadOnlyList<ChangedSentence>> UntrueAsync(DeskTransaction tx, NoticeVersionRow version, NoticeFacts compiled, NoticeFacts now)
    {
        try
        {
            var template = await templates.GetAsync(tx, compiled, version);
            return ChangedSentence.Between(DocumentSentence.Of(templates.Compile(template, compiled)), DocumentSentence.Of(templates.Compile(template, now)));
        }
        catch (DeskException)
        {
            // a template that was broken since says nothing about the record
            return [];
        }
    }
}
