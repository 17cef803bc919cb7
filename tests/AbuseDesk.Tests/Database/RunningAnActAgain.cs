using AbuseDesk.Journal;
using AbuseDesk.Tests.Staff;
using Npgsql;

namespace AbuseDesk.Tests.Database;

public sealed class RunningAnActAgain(Engine engine) : DeskTest(engine)
{
    [Test]
    public async Task An_act_that_others_ended_is_run_again_and_nothing_is_written_twice()
    {
        var attempts = 0;
        await Database.WriteAsync(async tx =>
        {
            await JournalWriter.AppendAsync(tx, "C-2020-0001", People.Ines, "items-filed", "filed 1 item");
            if (++attempts < 3) throw Ended(PostgresErrorCodes.SerializationFailure);
        });

        Assert.That((await Get<VerifyJournal>().RunAsync()).Entries, Is.EqualTo(1));
    }

    [Test]
    public void An_act_that_is_ended_again_and_again_is_given_up_with_one_sentence()
    {
        Assert.That(
            () => Database.WriteAsync(_ => throw Ended(PostgresErrorCodes.DeadlockDetected)),
            Throws.TypeOf<DeskException>().With.Message.EqualTo("Others kept changing the same records at the same moment, so nothing was written; try again."));
    }

    [Test]
    public async Task Two_acts_that_wait_for_each_other_both_end_well()
    {
        if (!Database.IsPostgres) Assert.Pass("SQLite has one writer, and nothing to wait for in a circle.");
        using var both = new Barrier(2);
        await Task.WhenAll(Task.Run(() => AppendToBothAsync("C-2020-0001", "C-2020-0002")), Task.Run(() => AppendToBothAsync("C-2020-0002", "C-2020-0001")));

        Assert.That(await Get<VerifyJournal>().RunAsync(), Is.EqualTo(new JournalVerdict(4, 2, null)));

        async Task AppendToBothAsync(string first, string second)
        {
            var met = false;
            await Database.WriteAsync(async tx =>
            {
                await JournalWriter.AppendAsync(tx, first, People.Ines, "items-filed", "filed 1 item");
                if (!met) both.SignalAndWait(TimeSpan.FromSeconds(10));
                met = true;
                await JournalWriter.AppendAsync(tx, second, People.Ines, "items-filed", "filed 1 item");
            });
        }
    }

    private static PostgresException Ended(string state) => new("ended because of others", "ERROR", "ERROR", state);
}
