using AbuseDesk.Cases;
using CsCheck;

namespace AbuseDesk.Tests.Cases;

public sealed class LocationProperties
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        "http://", "hxxps[:]//", "perch", ".", "[.]", "(.)", "example", "bücher", "xn--", "/", "\\", "//", "..", "%2e", "%2F", "%", "%4",
        "%25", "31", "?", "&", "=", "utm_source=x", "fbclid", "#", ":", "80", "8080", "@", "[", "]", "(", ")", "{", "}", "'", "\"", "é",
        "\u202E", "\uD800", "2001:db8::", "198.51.100.7", "+", ";", "a", "Z", "_", "-", "[dot]", "<", "^", "|");

    private static readonly Gen<string> Written =
        Gen.Select(Gen.OneOf("", "https://perch.example/", "perch.example/p?", "http://198.51.100.7:81/", "ftp://perch.example/"),
            Piece.Array[0, 8].Select(string.Concat), (start, rest) => start + rest);

    [Test]
    public void Reading_the_url_again_gives_the_same_location() => Written.Sample(written =>
    {
        if (TryParse(written) is not { } location) return;
        var again = Location.Parse(location.Url);
        Assert.That(again.Key, Is.EqualTo(location.Key), written);
        Assert.That(again.Url, Is.EqualTo(location.Url), written);
        Assert.That(again.Display, Is.EqualTo(location.Display), written);
        Assert.That(Location.Parse(location.Key).Key, Is.EqualTo(location.Key), written);
    }, iter: 20_000);

    [Test]
    public void Any_text_is_read_or_refused_with_a_sentence() => Gen.String.Sample(text => TryParse(text), iter: 20_000);

    [Test]
    public void The_key_has_only_characters_that_are_safe_in_a_url() => Written.Sample(written =>
    {
        if (TryParse(written) is { } location) Assert.That(location.Key, Does.Match("^[!-~]+$").And.Not.Contain("#"));
    }, iter: 5_000);

    private static Location? TryParse(string text)
    {
        try
        {
            return Location.Parse(text);
        }
        catch (DeskException)
        {
            return null;
        }
    }
}
