using AbuseDesk.Database;
using Dapper;

namespace AbuseDesk.Tests.Database;

public sealed class UpgradingTheSchema(Engine engine) : DeskTest(engine)
{
    [Test]
    public async Task A_second_run_changes_nothing()
    {
        await Get<SchemaUpgrade>().RunAsync();

        Assert.That(await Get<SchemaUpgrade>().PendingAsync(), Is.Empty);
    }

    [Test]
    public async Task Data_of_a_newer_version_are_refused()
    {
        await using (var connection = await Database.OpenAsync())
        {
            await connection.ExecuteAsync(
                "insert into schemaversions (scriptname, applied) values ('AbuseDesk.Database.Schema.9999_later.sql', '2030-01-01')");
        }

        Assert.That(
            () => Get<SchemaUpgrade>().RunAsync(),
            Throws.TypeOf<DeskException>().With.Message.Contains("newer version of AbuseDesk").And.Message.Contains("9999_later"));
    }

    [Test]
    public async Task Instants_are_read_back_as_written()
    {
        var at = At("2021-01-11T07:59:00Z").PlusNanoseconds(123_456_000);
        await Database.WriteAsync(tx => tx.ExecuteAsync(
            "insert into data_protection_keys (name, xml) values ('a', 'b'); insert into customers (account, name, created_at) values ('A-1', 'x', @at)", new { at }));

        var read = await Database.ReadAsync(connection => connection.QuerySingleAsync<NodaTime.Instant>("select created_at from customers"));

        Assert.That(read, Is.EqualTo(at));
    }
}
