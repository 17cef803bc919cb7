using AbuseDesk.Customers;

namespace AbuseDesk.Tests.Customers;

public sealed class ReadingAResource
{
    [TestCase(ResourceKind.Domain, " *.Bücher.Example. ", "xn--bcher-kva.example")]
    [TestCase(ResourceKind.Host, "CDN.perch.example", "cdn.perch.example")]
    [TestCase(ResourceKind.Url, "https://Media.cloud.example:443/a/../lantern/", "media.cloud.example/lantern/")]
    [TestCase(ResourceKind.Url, "http://media.cloud.example:8080", "media.cloud.example:8080/")]
    [TestCase(ResourceKind.Bucket, "Kestrel-Files", "kestrel-files")]
    [TestCase(ResourceKind.Bucket, "Storage.Cloud.Example/kestrel-files/", "storage.cloud.example/kestrel-files")]
    [TestCase(ResourceKind.Range, "2001:DB8:0::/32", "2001:db8::/32")]
    public void A_resource_has_one_spelling(ResourceKind kind, string text, string value)
    {
        var resource = Resource.Parse(kind, text);
        Assert.That(resource.Value, Is.EqualTo(value));
        Assert.That(Resource.Parse(kind, value), Is.EqualTo(resource));
        Assert.That(resource.Range, kind == ResourceKind.Range ? Is.Not.Null : Is.Null);
    }

    [TestCase(ResourceKind.Domain, "198.51.100.7", "enter it as a range, not as a domain")]
    [TestCase(ResourceKind.Host, "perch", "has a dot in it")]
    [TestCase(ResourceKind.Host, "*.perch.example", "not a valid host name")]
    [TestCase(ResourceKind.Url, "https://perch.example/p?a=1", "has a query")]
    [TestCase(ResourceKind.Bucket, "a", "is not a bucket")]
    public void What_is_no_resource_of_its_kind_is_refused(ResourceKind kind, string text, string reason) =>
        Assert.That(() => Resource.Parse(kind, text), Throws.TypeOf<DeskException>().With.Message.Contains(reason));

    [TestCase("range", "198.51.100.0/24", "range", "198.51.100.32/27", true)]
    [TestCase("range", "198.51.100.0/27", "range", "198.51.100.32/27", false)]
    [TestCase("domain", "perch.example", "domain", "PERCH.example", true)]
    [TestCase("domain", "perch.example", "domain", "cdn.perch.example", false)]
    [TestCase("domain", "perch.example", "host", "perch.example", false)]
    public void Only_what_two_customers_cannot_both_hold_overlaps(string kind, string value, string otherKind, string other, bool overlaps)
    {
        var one = Resource.Parse(Words.Parse<ResourceKind>(kind), value);
        var two = Resource.Parse(Words.Parse<ResourceKind>(otherKind), other);
        Assert.That(one.Overlaps(two), Is.EqualTo(overlaps));
        Assert.That(two.Overlaps(one), Is.EqualTo(overlaps));
    }
}
