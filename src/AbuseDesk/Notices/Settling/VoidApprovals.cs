using AbuseDesk.Database;
using AbuseDesk.Notices.Review;

namespace AbuseDesk.Notices.Settling;

/// <summary>
/// Compares each notice that was approved, by all or by some who must, and not sent yet with the record, and voids the approval where a new fact makes the notice
/// untrue. One worker's pass; running it twice voids nothing twice.
/// </summary>
public sealed class VoidApprovals(DeskDatabase database, CompareWithRecord compare, TakeBackApproval takeBack)
{
    // gathering a record takes a while: done again only where its journal, or the desk's own, has a new entry
    private Dictionary<long, string> compared = [];

    /// <returns>How many approvals were voided.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var approved = await ApprovedAsync(cancel);
        var (voided, seen, failures) = (0, new Dictionary<long, string>(), new PassFailures());
        foreach (var one in approved)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                if (compared.GetValueOrDefault(one.Id) != one.State && await IsOutdatedAsync(one.Ref, cancel))
                    voided += await database.WriteAsync(tx => VoidAsync(tx, one.Ref), cancel);
                seen[one.Id] = one.State;
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                failures.Add(one.Ref, failure);
            }
        }

        compared = seen;
        failures.Throw("Comparing approved notices with the record");
        return voided;
    }

    private Task<IReadOnlyList<Approved>> ApprovedAsync(CancellationToken cancel) => database.SnapshotAsync<IReadOnlyList<Approved>>(async tx =>
    [
        .. await tx.QueryAsync<Approved>(
            """
            select n.id, n.ref, n.version, coalesce(c.last_number, 0) as case_entries,
              (select coalesce(max(d.last_number), 0) from journal_chains d where d.chain = 'desk') as desk_entries
            from notices n join cases k on k.id = n.case_id left join journal_chains c on c.chain = k.ref
            where n.status = 'approved' or n.status = 'in-review' and exists (
              select 1 from reviews r where r.notice_id = n.id and r.notice_version = n.current_version and r.act = 'approved')
            order by n.id
            """),
    ], cancel);

    // most passes find nothing: looked at without keeping anybody waiting
    private Task<bool> IsOutdatedAsync(string reference, CancellationToken cancel) => database.SnapshotAsync(async tx =>
    {
        var notice = await NoticeRecords.GetAsync(tx, reference);
        return await compare.RunAsync(tx, notice, await NoticeRecords.VersionAsync(tx, notice)) is not null;
    }, cancel);

    private async Task<int> VoidAsync(DeskTransaction tx, string reference)
    {
        var notice = await TakenNotice.TakeAsync(tx, reference);
        if (await compare.RunAsync(tx, notice, await NoticeRecords.VersionAsync(tx, notice)) is not { } difference)
            return 0;
        return await takeBack.RunAsync(tx, notice, difference.Words, difference.Untrue) ? 1 : 0;
    }

    private sealed record Approved
    {
        public required long Id { get; init; }

        public required string Ref { get; init; }

        public required long Version { get; init; }

        public required long CaseEntries { get; init; }

        public required long DeskEntries { get; init; }

        public string State => $"{Version} {CaseEntries} {DeskEntries}";
    }
}
