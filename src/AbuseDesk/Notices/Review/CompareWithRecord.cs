using System.Text;
using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Gathering;

namespace AbuseDesk.Notices.Review;

/// <summary>Asks whether a compiled version still says what is on record.</summary>
public sealed class CompareWithRecord(GatherFacts gather, IEvidenceStore store)
{
    /// <summary>Null where it does; else what differs, in words.</summary>
    public async Task<string?> RunAsync(DeskTransaction tx, NoticeRow notice, NoticeVersionRow version)
    {
        var compiled = FactsText.Read(Encoding.UTF8.GetString(await store.ReadAsync(version.FactsSha256)));
        var items = await NoticeItems.OfForwardingAsync(tx, notice);
        var now = await gather.RunAsync(tx, notice, version.CompiledAt, items);
        return FactsDifference.Describe(compiled, now.Facts);
    }
}
