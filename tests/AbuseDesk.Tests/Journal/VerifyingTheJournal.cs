using AbuseDesk.Journal;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using Dapper;

namespace AbuseDesk.Tests.Journal;

public sealed class VerifyingTheJournal(Engine engine) : DeskTest(engine)
{
    [Test]
    public async Task An_untouched_journal_is_intact()
    {
        await WriteThreeEntriesAsync();

        var verdict = await Get<VerifyJournal>().RunAsync();

        Assert.That(verdict, Is.EqualTo(new JournalVerdict(4, 2, null)));
    }

    [Test]
    public async Task A_changed_entry_is_named()
    {
        await WriteThreeEntriesAsync();
        await TamperAsync("update journal set summary = 'filed 4 items' where chain = 'C-2020-0001' and number = 2");

        var verdict = await Get<VerifyJournal>().RunAsync();

        Assert.That(verdict.Broken, Is.EqualTo("C-2020-0001 entry 2 (\"filed 4 items\") was changed after it was written."));
    }

    [Test]
    public async Task A_removed_entry_is_named()
    {
        await WriteThreeEntriesAsync();
        await TamperAsync("delete from journal where chain = 'C-2020-0001' and number = 2");

        var verdict = await Get<VerifyJournal>().RunAsync();

        Assert.That(verdict.Broken, Is.EqualTo("C-2020-0001 entry 2 is missing."));
    }

    [Test]
    public async Task An_end_that_was_cut_off_is_noticed()
    {
        await WriteThreeEntriesAsync();
        await TamperAsync("delete from journal where chain = 'C-2020-0001' and number = 3");

        var verdict = await Get<VerifyJournal>().RunAsync();

        Assert.That(verdict.Broken, Does.Contain("entries are missing at its end"));
    }

    [Test]
    public async Task A_desk_that_goes_on_working_meanwhile_is_intact()
    {
        await WriteThreeEntriesAsync();
        var writer = Task.Run(async () =>
        {
            for (var entry = 0; entry < 150; entry++)
                await Database.WriteAsync(tx => JournalWriter.AppendAsync(tx, $"C-2020-000{entry % 3}", People.Ines, "items-filed", "filed 1 item"));
        });

        var verdicts = new List<JournalVerdict>();
        while (!writer.IsCompleted)
            verdicts.Add(await Get<VerifyJournal>().RunAsync());

        await writer;
        Assert.That(verdicts.Select(verdict => verdict.Broken), Is.Not.Empty.And.All.Null);
        Assert.That((await Get<VerifyJournal>().RunAsync()).Entries, Is.EqualTo(154));
    }

    [Test]
    public async Task A_long_chain_is_read_to_its_end()
    {
        await Database.WriteAsync(async tx =>
        {
            for (var entry = 0; entry < 1003; entry++)
                await JournalWriter.AppendAsync(tx, "C-2020-0001", People.Ines, "items-filed", "filed 1 item");
        });
        Assert.That(await Get<VerifyJournal>().RunAsync(), Is.EqualTo(new JournalVerdict(1003, 1, null)));

        await TamperAsync("update journal set actor = 'tomas' where number = 1002");
        Assert.That((await Get<VerifyJournal>().RunAsync()).Broken, Does.StartWith("C-2020-0001 entry 1002"));
    }

    [TestCase("delete from journal where chain = 'C-2020-0001'", "C-2020-0001 should end with entry")]
    [TestCase("delete from journal where chain = 'C-2020-0001'; delete from journal_chains where chain = 'C-2020-0001'", "C-2020-0001 is a case without a chain: all of its entries are missing.")]
    [TestCase("delete from journal where chain = 'C-2020-0001' and number = 1", "C-2020-0001 entry 1 is missing.")]
    public async Task A_chain_that_was_deleted_whole_or_at_its_start_is_named(string deletion, string told)
    {
        await Known.CustomersAndTermsAsync(Database);
        await Get<FileReport>().RunAsync(People.Ines, Known.Report("1", Clock.Now));
        await Database.WriteAsync(tx => JournalWriter.AppendAsync(tx, "C-2020-0001", People.Ines, "note", "wrote a note"));
        Assert.That((await Get<VerifyJournal>().RunAsync()).Intact);
        await Database.WriteAsync(tx => tx.ExecuteAsync(deletion));

        Assert.That((await Get<VerifyJournal>().RunAsync()).Broken, Does.StartWith(told));
    }

    [Test]
    public async Task A_chain_without_its_head_is_named()
    {
        await WriteThreeEntriesAsync();
        await using (var connection = await Database.OpenAsync())
        {
            // whoever tampers does not mind the foreign key
            await connection.ExecuteAsync(Database.IsPostgres ? "alter table journal drop constraint journal_chain_fkey" : "pragma foreign_keys = off");
            await connection.ExecuteAsync("delete from journal_chains where chain = 'C-2020-0001'");
        }

        Assert.That((await Get<VerifyJournal>().RunAsync()).Broken, Is.EqualTo("C-2020-0001 has entries, and nothing says where its chain ends: the head of the chain is missing."));
    }

    private async Task WriteThreeEntriesAsync()
    {
        foreach (var number in Enumerable.Range(1, 3))
        {
            await Database.WriteAsync(tx => JournalWriter.AppendAsync(
                tx, "C-2020-0001", People.Ines, "items-filed", $"filed {number} items", new { items = number, at = "é" }));
        }

        await Database.WriteAsync(tx => JournalWriter.AppendAsync(tx, JournalWriter.Desk, People.Ines, "terms-published", "published the terms"));
    }

    private async Task TamperAsync(string sql)
    {
        await using var connection = await Database.OpenAsync();
        Assert.That(await connection.ExecuteAsync(sql), Is.EqualTo(1));
    }
}
