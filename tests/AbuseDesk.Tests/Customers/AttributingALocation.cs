using AbuseDesk.Cases;
using AbuseDesk.Customers;
using AbuseDesk.Tests.Database;

namespace AbuseDesk.Tests.Customers;

public sealed class AttributingALocation(Engine engine) : DeskTest(engine)
{
    [TestCase("https://perch.example/p/1", "A-1042")]
    [TestCase("hxxps://a.b.cdn[.]perch.example/x?utm_source=y", "A-1042")]
    [TestCase("https://notperch.example/", null)]
    [TestCase("198.51.100.40:25", "A-1042")]
    [TestCase("198.51.100.31", null)]
    [TestCase("http://[2001:db8:10:ffff::1]/", "A-0877")]
    [TestCase("2001:db8:11::1", null)]
    [TestCase("https://get.kestrel.example/f", "A-0654")]
    [TestCase("https://media.cloud.example/lantern/film/7?t=1", "A-0868")]
    [TestCase("https://media.cloud.example/lantern", "A-0868")]
    [TestCase("https://media.cloud.example/lanterns", null)]
    public async Task The_sample_customers_are_found(string location, string? account)
    {
        await Get<ImportCustomers>().ImportSampleAsync();

        var holder = await Get<AttributeLocation>().RunAsync(Location.Parse(location).Place, At("2020-11-16T12:00:00Z"));

        Assert.That(holder?.Account, Is.EqualTo(account));
        if (holder is not null)
        {
            var customer = await Database.ReadAsync(connection => CustomerRecords.GetByIdAsync(connection, holder.CustomerId));
            Assert.That(customer.Account, Is.EqualTo(account));
        }
    }

    [Test]
    public async Task The_holder_is_the_one_at_that_instant_also_inside_a_transaction()
    {
        await Get<ImportCustomers>().ImportSampleAsync();
        var place = Location.Parse("203.0.113.100").Place;
        var change = At("2020-09-01T07:00:00Z");

        var (before, after, never) = await Database.WriteAsync(async tx => (
            await AttributeLocation.FindAsync(tx, place, change - NodaTime.Duration.FromMilliseconds(1)),
            await AttributeLocation.FindAsync(tx, place, change),
            await AttributeLocation.FindAsync(tx, place, At("2018-02-19T07:59:59Z"))));

        Assert.That((before?.Account, after?.Account, never?.Account), Is.EqualTo(("A-0925", "A-1010", (string?)null)));
    }

    [TestCase("https://storage.cloud.example/files/a.png", "A-2")]
    [TestCase("https://files.storage.cloud.example/a.png", "A-2")]
    [TestCase("https://team.storage.cloud.example/blue/x", "A-3")]
    [TestCase("https://team.storage.cloud.example/", "A-1")]
    [TestCase("198.51.100.7", "A-2")]
    [TestCase("198.51.100.1", "A-1")]
    public async Task The_most_specific_holding_wins(string location, string account)
    {
        await Get<ImportCustomers>().ImportAsync(
            CustomerLists.Customer("A-1") + CustomerLists.Customer("A-2") + CustomerLists.Customer("A-3")
            + CustomerLists.Held("A-1", "domain", "cloud.example")
            + CustomerLists.Held("A-2", "bucket", "storage.cloud.example/files")
            + CustomerLists.Held("A-3", "url", "https://team.storage.cloud.example/blue")
            + CustomerLists.Held("A-1", "range", "198.51.100.0/30")
            + CustomerLists.Held("A-2", "range", "198.51.100.4/30"));

        var holder = await Get<AttributeLocation>().RunAsync(Location.Parse(location).Place, At("2020-11-16T12:00:00Z"));

        Assert.That(holder?.Account, Is.EqualTo(account));
    }
}
