using System.Text.RegularExpressions;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review.Comments;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;

namespace AbuseDesk.Tests.Web;

public sealed partial class DiscussingOverTheWeb(Engine engine) : WebTest(engine)
{
    [Test]
    public async Task A_paragraph_is_discussed_in_the_text_without_script_until_it_is_resolved()
    {
        var reference = await DraftedAsync();
        using var ruth = await SignedInAsync(People.Ruth);
        using var ines = await SignedInAsync(People.Ines);
        var form = $"/notices/{reference}?form=text&on=3";

        Assert.That(await ReadAsync(ruth, form), Does.Contain("id=\"say-on\"").And.Contain("href=\"?form=text&on=4#say-on\""));
        using var made = await PostAsync(ruth, $"/notices/{reference}?handler=Comment&form=text&on=3", form, ("seen", "1"), ("said", "Which <b>day</b>?"));
        Assert.That(made.Headers.Location?.ToString(), Is.EqualTo($"/notices/{reference}?form=text#comment-1"));
        using var answered = await PostAsync(ines, $"/notices/{reference}?handler=Answer", $"/notices/{reference}", ("number", "1"), ("said", "Saturday."));
        Assert.That(answered.Headers.Location?.ToString(), Is.EqualTo($"/notices/{reference}#comment-1"));

        var open = await ines.GetStringAsync(new Uri($"/notices/{reference}", UriKind.Relative));
        Assert.That(open, Does.Contain("Which &lt;b&gt;day&lt;/b&gt;?").And.Contain("Saturday.").And.Contain("1 open, 0 resolved"));
        Assert.That(open, Does.Contain("Sending waits for 1 open comment."));
        Assert.That(open, Does.Not.Contain("handler=Resolve"), "it is not the author's to resolve");
        using var resolved = await PostAsync(ruth, $"/notices/{reference}?handler=Resolve", $"/notices/{reference}", ("number", "1"), ("said", ""));
        Assert.That(await ReadAsync(ines, $"/notices/{reference}"), Does.Contain("0 open, 1 resolved").And.Not.Contain("Sending waits"));
    }

    [Test]
    public async Task What_was_typed_stays_where_it_is_refused()
    {
        var reference = await DraftedAsync();
        using var ruth = await SignedInAsync(People.Ruth);
        await Get<CommentOnParagraph>().RunAsync(People.Ruth, reference, 2, "Who?");
        await Get<ResolveComment>().RunAsync(People.Ruth, reference, 1);

        using var late = await PostAsync(ruth, $"/notices/{reference}?handler=Answer", $"/notices/{reference}", ("number", "1"), ("said", "One thing more."));
        using var unseen = await PostAsync(ruth, $"/notices/{reference}?handler=Comment&form=text&on=2", $"/notices/{reference}", ("seen", "7"), ("said", "Who else?"));

        Assert.That(System.Net.WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()), Does.Contain("is resolved; reopen it").And.Contain("One thing more."));
        Assert.That(System.Net.WebUtility.HtmlDecode(await unseen.Content.ReadAsStringAsync()), Does.Contain("you looked at version 7").And.Contain("Who else?"));
    }

    [Test]
    public async Task A_notice_that_nobody_wants_is_withdrawn_with_its_reason()
    {
        var reference = await DraftedAsync();
        using var ines = await SignedInAsync(People.Ines);
        var page = $"/notices/{reference}";
        Assert.That(await ReadAsync(ines, page), Does.Contain($"Withdraw {reference}"));

        using var bare = await PostAsync(ines, page + "?handler=Withdraw", page, ("seen", "1"), ("reason", " "));
        using var done = await PostAsync(ines, page + "?handler=Withdraw", page, ("seen", "1"), ("reason", "Filed twice."));

        Assert.That(await bare.Content.ReadAsStringAsync(), Does.Contain("Give the reason for withdrawing"));
        var after = await ReadAsync(ines, page);
        Assert.That(after, Does.Contain("it can never be sent").And.Not.Contain($"Withdraw {reference}"));
        Assert.That(Forms().Matches(after), Is.Empty, "nothing is left to do");
    }

    private async Task<string> DraftedAsync()
    {
        await Known.CustomersAndTermsAsync(Database);
        await Database.WriteAsync(tx => tx.ExecuteAsync(
            "insert into contacts (customer_id, role, name, email, locale, zone) select id, 'abuse', 'Abuse', 'abuse@perch.example', 'en', 'Europe/Paris' from customers where account = 'A-1042'"));
        Clock.Now = At("2020-12-05T17:00:00Z");
        var seen = At("2020-12-05T16:00:00Z");
        var filed = await Get<FileReport>().RunAsync(People.Ines, Known.Report("1", seen, "7.4") with { Screenshots = [Known.Screenshot(seen, 41)] });
        return (await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest { CaseRef = filed.CaseRef!, Kind = NoticeKind.Forwarding })).Ref;
    }

    [GeneratedRegex("<form [^>]*action=\"/notices/[^\"]*handler=(?!Show)")]
    private static partial Regex Forms();
}
