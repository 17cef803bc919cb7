using System.Net;
using System.Text.RegularExpressions;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;

namespace AbuseDesk.Tests.Web;

public sealed partial class SubscribingToACalendar(Engine engine) : WebTest(engine)
{
    [Test]
    public async Task The_address_is_shown_once_and_read_without_signing_in()
    {
        using var browser = await SignedInAsync(People.Ines);

        using var made = await PostAsync(browser, "/me/calendar", "/me/calendar");
        var address = new Uri(Secret().Match(await made.Content.ReadAsStringAsync()).Value);

        using var program = Browser();
        using var read = await program.GetAsync(address);
        Assert.That((read.StatusCode, read.Content.Headers.ContentType!.ToString()), Is.EqualTo((HttpStatusCode.OK, "text/calendar; charset=utf-8")));
        Assert.That(await read.Content.ReadAsStringAsync(), Does.StartWith("BEGIN:VCALENDAR\r\n").And.Contain("X-WR-CALNAME:Deadlines of Ines Calder"));
        Assert.That(read.Headers.CacheControl!.ToString(), Is.EqualTo("no-cache, private"));
        Assert.That(await ReadAsync(browser, "/me/calendar"), Does.Not.Contain(address.AbsolutePath));

        using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { read.Headers.ETag! } } };
        using var same = await program.SendAsync(again);
        Assert.That(same.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));

        using var ended = await PostAsync(browser, "/me/calendar?handler=Revoke", "/me/calendar");
        using var gone = await program.GetAsync(address);
        Assert.That((ended.StatusCode, gone.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.NotFound)));
    }

    [TestCase("/calendar/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics")]
    [TestCase("/calendar/.ics")]
    [TestCase("/calendar/AAAA")]
    public async Task A_wrong_secret_finds_nothing(string path)
    {
        using var program = Browser();

        using var answer = await program.GetAsync(new Uri(path, UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/calendar/[A-Za-z0-9_-]{43}\.ics")]
    private static partial Regex Secret();
}
