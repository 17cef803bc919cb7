using AbuseDesk.Cases;
using AbuseDesk.Customers;
using NodaTime;

namespace AbuseDesk.Tests.Customers;

public sealed class AttributingAPlace
{
    private static readonly Instant January = Instant.FromUtc(2021, 1, 1, 0, 0);

    private static readonly Holding[] Holdings =
    [
        Held("A-1", "domain", "perch.example"),
        Held("A-2", "domain", "shop.perch.example"),
        Held("A-3", "host", "www.shop.perch.example"),
        Held("A-4", "url", "https://perch.example/team"),
        Held("A-5", "url", "https://perch.example/team/blue/"),
        Held("A-6", "range", "198.51.100.0/24"),
        Held("A-7", "range", "198.51.100.32/27"),
        Held("A-8", "bucket", "storage.cloud.example/kestrel-files"),
    ];

    [TestCase("https://perch.example/p/1", "A-1")]
    [TestCase("http://cdn.perch.example/", "A-1")]
    [TestCase("shop.perch.example", "A-2")]
    [TestCase("a.b.shop.perch.example/x", "A-2")]
    [TestCase("www.shop.perch.example/x", "A-3")]
    [TestCase("a.www.shop.perch.example", "A-2")]
    [TestCase("perch.example/team", "A-4")]
    [TestCase("perch.example/team?x=1", "A-4")]
    [TestCase("perch.example/teams", "A-1")]
    [TestCase("perch.example/team/blue/1", "A-5")]
    [TestCase("198.51.100.7", "A-6")]
    [TestCase("198.51.100.40:25", "A-7")]
    [TestCase("http://198.51.100.40/x", "A-7")]
    [TestCase("storage.cloud.example/kestrel-files/a.png", "A-8")]
    [TestCase("kestrel-files.storage.cloud.example/a.png", "A-8")]
    [TestCase("storage.cloud.example/kestrel-filesystem/a.png", null)]
    [TestCase("notperch.example", null)]
    [TestCase("203.0.113.1", null)]
    [TestCase("2001:db8::1", null)]
    public void The_most_specific_holding_wins(string location, string? account)
    {
        var place = Location.Parse(location).Place;
        Assert.That(Attribution.Find(place, January, Holdings)?.Account, Is.EqualTo(account));
        Assert.That(Attribution.Find(place, January, Holdings.Reverse())?.Account, Is.EqualTo(account));
    }

    [Test]
    public void The_holder_is_the_one_at_that_instant()
    {
        var domain = Resource.Parse(ResourceKind.Domain, "perch.example");
        Holding[] holdings = [new("A-1", domain, Instant.MinValue, January), new("A-2", domain, January, null)];
        var place = Location.Parse("perch.example/p").Place;
        Assert.That(Attribution.Find(place, January - Duration.FromTicks(1), holdings)?.Account, Is.EqualTo("A-1"));
        Assert.That(Attribution.Find(place, January, holdings)?.Account, Is.EqualTo("A-2"));
        Assert.That(holdings[0].Conflicts(holdings[1]), Is.False);
    }

    [Test]
    public void Two_customers_with_the_same_claim_are_an_error_that_names_both()
    {
        Holding[] holdings = [Held("A-1", "domain", "perch.example"), Held("A-2", "domain", "perch.example")];
        Assert.That(holdings[0].Conflicts(holdings[1]), Is.True);
        Assert.That(() => Attribution.Find(Location.Parse("perch.example").Place, January, holdings),
            Throws.TypeOf<DeskException>().With.Message.Contains("held by A-1 and by A-2 at 2021-01-01T00:00:00Z"));
    }

    [Test]
    public void One_customer_may_hold_the_same_twice()
    {
        Holding[] holdings = [Held("A-1", "domain", "perch.example"), Held("A-1", "domain", "perch.example")];
        Assert.That(Attribution.Find(Location.Parse("perch.example").Place, January, holdings)?.Account, Is.EqualTo("A-1"));
        Assert.That(holdings[0].Conflicts(holdings[1]), Is.False);
    }

    private static Holding Held(string account, string kind, string value) =>
        new(account, Resource.Parse(Words.Parse<ResourceKind>(kind), value), Instant.FromUtc(2018, 1, 1, 0, 0), null);
}
