using AbuseDesk.Journal;
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
