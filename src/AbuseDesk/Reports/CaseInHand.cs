using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Reports;

/// <summary>A case while a batch files reports on it.</summary>
internal sealed class CaseInHand
{
    private readonly List<(Filing Filing, FiledReport Filed, bool Back)> filed = [];
    private readonly CaseHead head;
    private readonly bool opened;
    private int lastNumber;
    private bool reopened;

    private CaseInHand(CaseHead head, int lastNumber, bool opened)
    {
        this.head = head;
        this.lastNumber = lastNumber;
        this.opened = opened;
    }

    public long Id => head.Id;

    public string Ref => head.Ref;

    public bool IsOpen => head.IsOpen || reopened;

    public static async Task<CaseInHand> TakeAsync(DeskTransaction tx, string caseRef)
    {
        var head = await CaseHead.TakeAsync(tx, caseRef);
        return new CaseInHand(head, await tx.GetAsync<int>("select coalesce(max(number), 0) from items where case_id = @Id", head), opened: false);
    }

    public static async Task<CaseInHand> OpenAsync(DeskTransaction tx, Actor actor, Filing filing, string caseRef)
    {
        var title = string.IsNullOrWhiteSpace(filing.Request.CaseTitle) ? filing.Clause.Heading : filing.Request.CaseTitle.Trim();
        await tx.ExecuteAsync(
            """
            insert into cases (ref, customer_id, title, status, turn, to_do, severity, severity_rank, opened_at)
            values (@caseRef, @CustomerId, @title, 'open', 'ours', 'forward the items', 'low', 0, @Now)
            """,
            new { caseRef, filing.CustomerId, title, tx.Now });
        await JournalWriter.AppendAsync(tx, caseRef, actor, "case-opened", $"opened the case: {title}", new { title });
        return new CaseInHand(await CaseHead.TakeAsync(tx, caseRef), 0, opened: true);
    }

    public int NextNumber() => ++lastNumber;

    public async Task ReopenAsync(DeskTransaction tx, Actor actor, string reason)
    {
        await ReopenCase.ReopenAsync(tx, head, actor, reason);
        reopened = true;
    }

    public FiledReport Note(Filing filing, ReportedItem item, string? report, bool joined, Upheld violation)
    {
        var result = new FiledReport
        {
            ReportRef = report,
            CaseRef = Ref,
            CaseId = Id,
            ItemNumber = item.Number,
            ItemId = item.Id,
            Joined = joined,
            OpenedCase = opened,
            ReopenedCase = reopened,
            Violation = violation,
        };
        if (report is not null || violation != Upheld.Unchanged) filed.Add((filing, result, joined && item.IsBackAt(filing.Request.SeenAt)));
        return result;
    }

    /// <summary>Once, after the last filing: figures, turn and one entry in the journal; nothing where nothing changed.</summary>
    public async Task FinishAsync(DeskTransaction tx, Actor actor)
    {
        if (filed.Count == 0) return;
        await CaseFigures.RefreshAsync(tx, Id);
        if (ToDo() is { } toDo && head.Turn != Words.Of(Turn.Legal)) await CaseTurn.SetAsync(tx, Id, Turn.Ours, toDo);
        var summary = FilingSummary.Of([.. filed.Select(one => one.Filed)], [.. filed.Select(one => one.Filing)]);
        await JournalWriter.AppendAsync(tx, Ref, actor, filed.Count == 1 ? "report-filed" : "reports-filed", summary, new
        {
            reports = filed.Select(one => FilingSummary.Details(one.Filed, one.Filing)),
        });
    }

    private string? ToDo()
    {
        if (filed.Any(one => !one.Filed.Joined)) return "forward the items";
        var back = filed.Where(one => one.Back).Select(one => one.Filed.ItemNumber).Distinct().ToList();
        return back switch
        {
            [] => null,
            [var number] => $"check item {number}, reported again",
            _ => $"check {back.Count} items, reported again",
        };
    }
}
