using AbuseDesk.Notices.Review;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Notices.Review;
using AbuseDesk.Tests.Staff;

namespace AbuseDesk.Tests.Web;

/// <summary>The review of a suspension, on its pages.</summary>
public sealed class ReviewingOverTheWeb(Engine engine) : NoticeTest(engine)
{
    private static readonly Actor Rhea = new("rhea", "Rhea Lund", new HashSet<Role> { Role.Legal });

    protected override bool OwnTemplates => true;

    protected override bool StartsTheWeb => true;

    [Test]
    public async Task The_first_approval_hands_the_notice_to_another_lawyer_and_the_page_counts_them()
    {
        await File.WriteAllTextAsync(Path.Combine(Desk.Settings.Templates, "policy", "review.yml"), "approvals: {suspension: 2}\n");
        await AddAsync(Rhea);
        var page = $"/notices/{await SubmittedAsync("immediate", People.Ruth)}";
        using var rhea = await SignedInAsync(Rhea);
        using var ruth = await SignedInAsync(People.Ruth);

        Assert.That(await ReadAsync(ruth, page), Does.Contain("Approve version 1, 1 of 2").And.Contain("0 of 2 approvals").And.Contain("You decide by"));
        Assert.That(await ReadAsync(ruth, "/review"), Does.Contain("For you to decide"));
        using var first = await PostAsync(ruth, page + "?handler=Approve", page, ("seen", "1"));
        var after = await ReadAsync(ruth, page);
        Assert.That(after, Does.Contain("The notice has 1 of 2 approvals").And.Contain("Another lawyer decides by").And.Contain("You have approved it"));
        Assert.That(await ReadAsync(ruth, "/review"), Does.Not.Contain("For you to decide").And.Contain("Ruth has approved"));
        Assert.That(await ReadAsync(rhea, "/review"), Does.Contain("For you to decide"));
        using var second = await PostAsync(rhea, page + "?handler=Approve", page, ("seen", "1"));

        Assert.That(await ReadAsync(rhea, page), Does.Contain("The notice is approved; nothing is sent yet.").And.Contain("by Ruth and Rhea"));
    }

    [Test]
    public async Task Who_stands_in_takes_over_what_waits_for_somebody_who_is_away()
    {
        await AddAsync(Rhea);
        var reference = await SubmittedAsync("immediate", People.Ruth);
        var page = $"/notices/{reference}";
        using var ruth = await SignedInAsync(People.Ruth);
        using var rhea = await SignedInAsync(Rhea);
        Assert.That(await ReadAsync(ruth, "/me"), Does.Contain("Say when I am away").And.Contain("Rhea Lund").And.Not.Contain("Ines Calder"));

        using var wrong = await PostAsync(ruth, "/me?handler=Away", "/me", ("from", "2020-12-11"), ("until", "2020-12-05"), ("substitute", "rhea"));
        Assert.That(System.Net.WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()), Does.Contain("The last day lies before the first").And.Contain("value=\"2020-12-11\""));
        using var set = await PostAsync(ruth, "/me?handler=Away", "/me", ("from", "2020-12-05"), ("until", "2020-12-11"), ("substitute", "rhea"));
        Assert.That(await ReadAsync(ruth, "/me"), Does.Contain("From 5 December 2020 until 11 December 2020; Rhea Lund stands in."));
        Assert.That(await ReadAsync(rhea, "/me"), Does.Contain("You stand in for Ruth Ostrander"));
        Assert.That(await ReadAsync(rhea, "/review"), Does.Contain("For you to decide"));
        Assert.That(await ReadAsync(rhea, page), Does.Contain("Take over for Ruth").And.Contain("away until 11 December 2020, Rhea stands in"));

        using var taken = await PostAsync(rhea, page + "?handler=TakeOver", page, ("seen", "1"));

        var after = await ReadAsync(rhea, page);
        Assert.That(after, Does.Contain("You decide by").And.Contain("for Ruth, away until").And.Contain("took over the review of version 2").And.Contain("Approve version 2"));
        using var back = await PostAsync(ruth, "/me?handler=Back", "/me");
        Assert.That(await ReadAsync(ruth, "/me"), Does.Contain("Nobody stands in for you any more.").And.Not.Contain("I am back"));
    }
}
