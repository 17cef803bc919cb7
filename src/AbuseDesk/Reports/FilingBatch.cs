using AbuseDesk.Cases;
using AbuseDesk.Database;

namespace AbuseDesk.Reports;

/// <summary>
/// Writes filings in one transaction: reports, items, screenshots, violations; then, once for each case, its figures,
/// its turn and one journal entry.
/// </summary>
internal sealed class FilingBatch(DeskTransaction tx, Actor actor, References references)
{
    private readonly Dictionary<long, CaseInHand> cases = [];
    private readonly Dictionary<long, CaseInHand> openByCustomer = [];

    /// <param name="filings">In the order in which they are to be filed.</param>
    /// <param name="skipRepeats">A report that is on record word for word is not filed again.</param>
    public async Task<IReadOnlyList<FiledReport>> FileAsync(IReadOnlyList<Filing> filings, bool skipRepeats = false)
    {
        // customers are taken in one order, so that two batches never wait for each other
        foreach (var customer in filings.Select(filing => filing.CustomerId).Distinct().Order())
            await tx.FindAsync<long>($"select id from customers where id = @customer {tx.Dialect.ForUpdate}", new { customer });
        var filed = new List<FiledReport>(filings.Count);
        foreach (var filing in filings) filed.Add(await FileAsync(filing, skipRepeats));
        foreach (var inHand in cases.Values.OrderBy(inHand => inHand.Id)) await inHand.FinishAsync(tx, actor);
        return filed;
    }

    private async Task<FiledReport> FileAsync(Filing filing, bool skipRepeats)
    {
        var known = await ReportedItem.FindAsync(tx, filing);
        var inHand = known is null ? await OpenCaseAsync(filing) : await CaseOfAsync(known);
        if (known is not null && skipRepeats && await ReportRows.IsRepeatAsync(tx, known.Id, filing))
        {
            // a decision that was reversed since must not come back with the repetition
            var same = await Violations.RaiseAsync(tx, Violating(filing, inHand, known), filing.Clause, filing.Request.Severity);
            return inHand.Note(filing, known, null, joined: true, same ?? Upheld.Unchanged);
        }

        if (known is not null && !inHand.IsOpen) await inHand.ReopenAsync(tx, actor, $"item {known.Number} was reported again");
        var item = known ?? await ReportedItem.InsertAsync(tx, filing, inHand);
        if (known is not null) await known.JoinAsync(tx, filing);
        var report = await references.NextReportAsync(tx);
        await ReportRows.InsertAsync(tx, actor, report, item.Id, filing);
        var violating = Violating(filing, inHand, item);
        var upheld = Upheld.Anew;
        if (known is null) await Violations.InsertAsync(tx, actor, violating, filing.Clause, filing.Request.Severity);
        else upheld = await Violations.UpholdAsync(tx, actor, violating, filing.Clause, filing.Request.Severity);
        return inHand.Note(filing, item, report, joined: known is not null, upheld);
    }

    private static ViolatingItem Violating(Filing filing, CaseInHand inHand, ReportedItem item) =>
        new(item.Id, inHand.Id, filing.CustomerId, filing.Request.SeenAt);

    private async Task<CaseInHand> CaseOfAsync(ReportedItem item)
    {
        if (!cases.TryGetValue(item.CaseId, out var inHand))
            cases[item.CaseId] = inHand = await CaseInHand.TakeAsync(tx, item.CaseRef);
        return inHand;
    }

    /// <summary>A customer has one open case; what is new about them goes there.</summary>
    private async Task<CaseInHand> OpenCaseAsync(Filing filing)
    {
        if (openByCustomer.TryGetValue(filing.CustomerId, out var inHand)) return inHand;
        var open = await tx.FindAsync<string>(
            "select ref from cases where customer_id = @CustomerId and status = 'open' order by id limit 1", filing);
        inHand = open is null
            ? await CaseInHand.OpenAsync(tx, actor, filing, await references.NextCaseAsync(tx))
            : cases.Values.FirstOrDefault(known => known.Ref == open) ?? await CaseInHand.TakeAsync(tx, open);
        openByCustomer[filing.CustomerId] = cases[inHand.Id] = inHand;
        return inHand;
    }
}
