using System.Net;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Web;

public sealed class ShowingTheTerms(Engine engine) : WebTest(engine)
{
    [SetUp]
    public Task Seed() => Known.CustomersAndTermsAsync(Database);

    [Test]
    public async Task The_version_in_force_is_that_of_the_desks_clock()
    {
        Clock.Now = Instant.FromUtc(2020, 12, 1, 7, 59);
        using var browser = await SignedInAsync(People.Auditor);

        var before = await ReadAsync(browser, "/terms");
        Clock.Now = Instant.FromUtc(2020, 12, 1, 8, 0);
        var after = await ReadAsync(browser, "/terms");

        Assert.That(before, Does.Contain("id=\"clause-6.2\"").And.Not.Contain("id=\"clause-7.4\"").And.Match("(?s)2020-12-01</a>.*to come.*2019-05-01</a>.*in force"));
        Assert.That(after, Does.Contain("id=\"clause-7.4\"").And.Not.Contain("id=\"clause-6.2\"").And.Match("(?s)2020-12-01</a>.*in force.*2019-05-01</a>.*replaced"));
    }

    [Test]
    public async Task An_older_version_is_shown_when_it_is_asked_for()
    {
        Clock.Now = Instant.FromUtc(2020, 12, 1, 8, 0);
        using var browser = await SignedInAsync(People.Auditor);

        Assert.That(await ReadAsync(browser, "/terms/2019-05-01"), Does.Contain("id=\"clause-6.2\"").And.Contain("of version 2019-05-01, replaced"));
    }

    [Test]
    public async Task A_version_that_was_never_published_is_one_sentence()
    {
        using var browser = await SignedInAsync(People.Auditor);

        using var answer = await browser.GetAsync(new Uri("/terms/2001-01-01", UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain("There is no version “2001-01-01” of the terms; published are 2020-12-01, 2019-05-01."));
    }
}
