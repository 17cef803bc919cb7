using AbuseDesk.Cases;
using AbuseDesk.Tests.Database;
using NodaTime;

namespace AbuseDesk.Tests.Cases;

public sealed class QueueingCases(Engine engine) : DeskTest(engine)
{
    private Instant Now => Clock.Now;

    [SetUp]
    public async Task Seed()
    {
        await Known.CustomersAndTermsAsync(Database);
        await AddAsync("C-1", "A-1042", Turn.Customer, Severity.Low, "ines", null);
        await AddAsync("C-2", "A-1042", Turn.Ours, Severity.Critical, null, Now + Duration.FromDays(3));
        await AddAsync("C-3", "A-1099", Turn.Legal, Severity.High, "ines", Now - Duration.FromHours(1));
        await AddAsync("C-4", "A-1099", Turn.Ours, Severity.High, "tomas", Now + Duration.FromHours(3));
        await AddAsync("C-5", "A-1099", Turn.Ours, Severity.High, "tomas", Now + Duration.FromHours(3));
        await AddAsync("C-6", "A-1099", Turn.Customer, Severity.Low, null, null);
        await AddAsync("C-7", "A-1099", Turn.Ours, Severity.Low, null, Now, CaseStatus.Closed);
    }

    [Test]
    public async Task Open_cases_come_by_their_next_deadline_and_those_without_last() =>
        Assert.That(await RefsAsync(new CaseQueueFilter()), Is.EqualTo(["C-3", "C-4", "C-5", "C-2", "C-1", "C-6"]));

    [Test]
    public async Task Every_page_goes_on_after_the_one_before([Values(1, 2, 3, 5)] int size)
    {
        var refs = new List<string>();
        IReadOnlyList<CaseQueueRow> page = [];
        do
        {
            page = await Get<CaseQueue>().ListAsync(new CaseQueueFilter(), page.Count == 0 ? null : page[^1].Position, size);
            refs.AddRange(page.Select(row => row.Ref));
        }
        while (page.Count > 0);

        Assert.That(refs, Is.EqualTo(["C-3", "C-4", "C-5", "C-2", "C-1", "C-6"]));
    }

    [Test]
    public async Task The_queue_narrows_by_turn_severity_assignee_customer_and_deadline()
    {
        Assert.That(await RefsAsync(new CaseQueueFilter { Turn = Turn.Ours }), Is.EqualTo(["C-4", "C-5", "C-2"]));
        Assert.That(await RefsAsync(new CaseQueueFilter { Severity = Severity.Critical }), Is.EqualTo(["C-2"]));
        Assert.That(await RefsAsync(new CaseQueueFilter { Assignee = "ines" }), Is.EqualTo(["C-3", "C-1"]));
        Assert.That(await RefsAsync(new CaseQueueFilter { Unassigned = true }), Is.EqualTo(["C-2", "C-6"]));
        Assert.That(await RefsAsync(new CaseQueueFilter { Customer = "A-1042" }), Is.EqualTo(["C-2", "C-1"]));
        Assert.That(await RefsAsync(new CaseQueueFilter { DueBefore = Now }), Is.EqualTo(["C-3"]));
        Assert.That(await RefsAsync(new CaseQueueFilter { Status = CaseStatus.Closed }), Is.EqualTo(["C-7"]));
    }

    [Test]
    public async Task The_sidebar_counts_open_cases()
    {
        var counts = await Get<CaseQueue>().CountAsync("ines");

        Assert.That((counts.Open, counts.Mine, counts.DueToday, counts.Nobody), Is.EqualTo((6, 2, 1, 2)));
        Assert.That((counts.Ours, counts.Legal, counts.Customer, counts.Critical, counts.Overdue), Is.EqualTo((3, 1, 2, 1, 1)));
    }

    private async Task<IEnumerable<string>> RefsAsync(CaseQueueFilter filter) => (await Get<CaseQueue>().ListAsync(filter)).Select(row => row.Ref);

    private Task AddAsync(
        string caseRef, string account, Turn turn, Severity severity, string? assignee, Instant? due, CaseStatus status = CaseStatus.Open) =>
        Database.WriteAsync(async tx =>
        {
            var id = await tx.GetAsync<long>(
                """
                insert into cases (ref, customer_id, title, status, turn, to_do, severity, severity_rank, assignee, opened_at)
                select @caseRef, id, 'x', @status, 'ours', 'look', @severity, @rank, @assignee, @Now from customers where account = @account
                returning id
                """,
                new { caseRef, account, status = Words.Of(status), severity = Words.Of(severity), rank = (int)severity, assignee, tx.Now });
            await CaseTurn.SetAsync(tx, id, turn, "look");
            await CaseTurn.SetNextDueAsync(tx, id, due);
        });
}
