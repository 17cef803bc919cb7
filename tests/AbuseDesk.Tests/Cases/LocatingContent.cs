using System.Net;
using AbuseDesk.Cases;

namespace AbuseDesk.Tests.Cases;

public sealed class LocatingContent
{
    [TestCase("perch.example/p/1", "perch.example/p/1")]
    [TestCase("HTTPS://Perch.Example:443/p/1#c", "perch.example/p/1")]
    [TestCase("http://perch.example:80/p/1", "perch.example/p/1")]
    [TestCase("perch.example:80/p/1", "perch.example/p/1")]
    [TestCase("http://perch.example:8080/p/1", "perch.example:8080/p/1")]
    [TestCase("http:\\\\perch.example\\p\\1", "perch.example/p/1")]
    [TestCase("//perch.example/p/1", "perch.example/p/1")]
    [TestCase("https://who:secret@perch.example/p/1", "perch.example/p/1")]
    [TestCase("perch.example.", "perch.example/")]
    [TestCase("perch.example/a/./b/../c", "perch.example/a/c")]
    [TestCase("perch.example/a/%2e%2E/b/..", "perch.example/")]
    [TestCase("perch.example/%7Eann/%e2%82%ac/%2f", "perch.example/~ann/%E2%82%AC/%2F")]
    [TestCase("perch.example/100%", "perch.example/100%25")]
    [TestCase("perch.example/p?b=2&utm_source=x&a=1&fbclid=y", "perch.example/p?b=2&a=1")]
    [TestCase("perch.example/p?%75tm_source=x", "perch.example/p")]
    [TestCase("perch.example/p?", "perch.example/p")]
    [TestCase("perch.example/p?next=/a/../b", "perch.example/p?next=/a/../b")]
    [TestCase("perch.example/p?a[]=1", "perch.example/p?a%5B%5D=1")]
    [TestCase("perch.example/P/Q", "perch.example/P/Q")]
    [TestCase("perch.example/a//b", "perch.example/a//b")]
    [TestCase("ftp://perch.example:21/f", "ftp://perch.example/f")]
    public void A_location_has_one_key_however_it_is_written(string written, string key) =>
        Assert.That(Location.Parse(written).Key, Is.EqualTo(key));

    [TestCase("hxxp://perch[.]example/p/1")]
    [TestCase("hXXps[:]//perch(.)example/p/1")]
    [TestCase("h**ps://perch{.}example[/]p[/]1")]
    [TestCase("https[://]perch[dot]example/p/1")]
    [TestCase("hxxps://ann[@]perch[.]example/p/1")]
    [TestCase("<https://perch.example/p/1>")]
    [TestCase("  “perch.example/p/1” ")]
    [TestCase("[(perch(dot)example/p/1)]")]
    [TestCase("\u200Bperch.example/p/1\uFEFF")]
    public void Defanged_and_wrapped_locations_are_understood(string written)
    {
        var location = Location.Parse(written);
        Assert.That(location.Key, Is.EqualTo("perch.example/p/1"));
        Assert.That(location.Written, Is.EqualTo(written));
    }

    [Test]
    public void Http_and_https_are_one_location_and_keep_the_written_scheme()
    {
        var plain = Location.Parse("http://perch.example/p/1");
        var secure = Location.Parse("https://perch.example/p/1");
        Assert.That(plain, Is.EqualTo(secure));
        Assert.That(plain.Url, Is.EqualTo("http://perch.example/p/1"));
        Assert.That(plain.Display, Is.EqualTo("perch.example/p/1"));
    }

    [Test]
    public void An_international_name_is_kept_in_punycode_and_shown_in_its_own_letters()
    {
        var location = Location.Parse("https://Bücher.Example/straße?q=%C3%BC%20x");
        Assert.That(location.Key, Is.EqualTo("xn--bcher-kva.example/stra%C3%9Fe?q=%C3%BC%20x"));
        Assert.That(location.Display, Is.EqualTo("bücher.example/straße?q=ü%20x"));
        Assert.That(Location.Parse("xn--bcher-kva.example/stra%c3%9fe?q=ü%20x"), Is.EqualTo(location));
    }

    [Test]
    public void Text_that_could_turn_the_reading_direction_stays_encoded() =>
        Assert.That(Location.Parse("perch.example/\u202Egpj.exe").Display, Is.EqualTo("perch.example/%E2%80%AEgpj.exe"));

    [TestCase("198.51.100.7", "198.51.100.7", null)]
    [TestCase("198.51.100[.]7:25", "198.51.100.7:25", 25)]
    [TestCase("2001:DB8:0:0::1", "[2001:db8::1]", null)]
    [TestCase("[2001:db8::1]:25", "[2001:db8::1]:25", 25)]
    [TestCase("::ffff:198.51.100.7", "198.51.100.7", null)]
    public void A_bare_address_is_a_location_of_its_own(string written, string key, int? port)
    {
        var location = Location.Parse(written);
        Assert.That(location.Key, Is.EqualTo(key));
        Assert.That(location.Url, Is.EqualTo(key));
        Assert.That(location.Port, Is.EqualTo(port));
        Assert.That(location.Address, Is.EqualTo(IPAddress.Parse(location.Host)));
    }

    [Test]
    public void A_page_on_an_address_is_not_the_address()
    {
        var page = Location.Parse("http://198.51.100.7/");
        Assert.That(page, Is.Not.EqualTo(Location.Parse("198.51.100.7")));
        Assert.That(page.Address, Is.EqualTo(IPAddress.Parse("198.51.100.7")));
        Assert.That(Location.Parse("http://[2001:db8::1]:8080/a").Key, Is.EqualTo("[2001:db8::1]:8080/a"));
    }

    [TestCase("", "is empty")]
    [TestCase(" <> ", "is empty")]
    [TestCase("javascript:alert(1)", "“javascript:” does not name a place")]
    [TestCase("data:text/html,x", "“data:” does not name a place")]
    [TestCase("file:///etc/hosts", "“file:” does not name a place")]
    [TestCase("mailto:ann@perch.example", "“mailto:” does not name a place")]
    [TestCase("perch", "has a dot in it")]
    [TestCase("https://", "has no host")]
    [TestCase("https:///?x", "has no host")]
    [TestCase("https://perch..example/", "not a valid host name")]
    [TestCase("https://-perch.example/", "not a valid host name")]
    [TestCase("https://per^ch.example/", "not a valid host name")]
    [TestCase("perch.example:99999/", "is not a port")]
    [TestCase("perch.example and perch.example", "has a space")]
    [TestCase("198.51.100.256", "is not an IP address")]
    [TestCase("198.051.100.7", "without leading zeros")]
    [TestCase("http://0xC6336407/", "is not an IP address")]
    [TestCase("198.51.100.0/24", "is a range of addresses")]
    [TestCase("2001:db8::/32", "is a range of addresses")]
    [TestCase("2001:db8::1::2", "is not an IPv6 address")]
    [TestCase("http://[fe80::1%25eth0]/", "is not an IPv6 address")]
    public void What_is_no_location_is_refused_in_one_sentence(string written, string reason)
    {
        var error = Assert.Throws<DeskException>(() => Location.Parse(written));
        Assert.That(error!.Message, Does.Contain(reason).And.EndsWith("."));
    }

    [Test]
    public void An_endless_address_is_refused() =>
        Assert.That(() => Location.Parse("perch.example/" + new string('ü', 400)), Throws.TypeOf<DeskException>());
}
