using AbuseDesk.Cases;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Review;
using AbuseDesk.Notices.Review.Comments;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Review;

public sealed class CommentingOnParagraphs(Engine engine) : NoticeTest(engine)
{
    private const string Counted = "2 of 3 were still available";

    [Test]
    public async Task Reviewer_and_author_discuss_a_paragraph_until_it_is_resolved()
    {
        var reference = await SubmittedAsync();
        var number = await CommentAsync(reference, Counted);
        await Get<AnswerComment>().RunAsync(People.Ines, reference, number, "As of the check at 18:00.");
        await Get<ResolveComment>().RunAsync(People.Ruth, reference, number, "Agreed.");
        await Get<ReopenComment>().RunAsync(People.Ruth, reference, number);

        var comment = (await ReadAsync(reference)).Comments.Single();
        Assert.That(comment.Entries.Select(entry => (entry.ActedBy, entry.Act, entry.Text)), Is.EqualTo(new[]
        {
            ("ruth", "commented", "As of when?"), ("ines", "answered", "As of the check at 18:00."), ("ruth", "resolved", "Agreed."), ("ruth", "reopened", (string?)null),
        }));
        Assert.That((comment.Number, comment.Open, comment.Unchanged), Is.EqualTo((1, true, true)));
        Assert.That(comment.Words, Does.Contain(Counted));
        var journal = (await Get<CaseTimeline>().ListAsync(CaseRef)).Select(entry => entry.Summary).ToList();
        Assert.That(journal, Has.One.EqualTo($"wrote comment 1 of {reference}: “As of when?”"));
        Assert.That(journal, Has.One.EqualTo($"reopened comment 1 of {reference}"));
    }

    [Test]
    public async Task After_a_redraft_a_comment_stays_on_its_words_or_shows_the_old_and_the_new_ones()
    {
        var reference = await SubmittedAsync();
        await CommentAsync(reference, Counted);
        await CommentAsync(reference, "9.3 Immediate");
        Clock.Now += Duration.FromHours(1);
        await CheckAsync(2, CheckOutcome.Removed);
        await Get<RedraftNotice>().RunAsync(People.Ines, reference, new RedraftNoticeRequest());

        var comments = (await ReadAsync(reference)).Comments.OrderBy(comment => comment.Number).ToList();

        Assert.That(comments[0].About, Is.EqualTo("a paragraph that was changed"));
        Assert.That(comments[0].Words, Does.Contain(Counted));
        Assert.That(comments[0].WordsNow, Does.Contain("one of 3 was still available").IgnoreCase.Or.Contain("1 of 3 was still available"));
        Assert.That(comments[1].About, Is.EqualTo($"paragraph {comments[1].ParagraphNow}"));
        Assert.That((comments[1].Unchanged, comments[1].NoticeVersion), Is.EqualTo((true, 1)));
        Assert.That((await Get<ReadComments>().RunAsync(reference, 1)).Comments.Select(comment => comment.Unchanged), Has.All.True);
    }

    [Test]
    public async Task A_notice_with_an_open_comment_is_neither_approved_nor_sent()
    {
        var reference = await SubmittedAsync();
        var number = await CommentAsync(reference, Counted);

        Assert.That(() => Get<ApproveNotice>().RunAsync(People.Ruth, reference), Throws.TypeOf<DeskException>()
            .With.Message.EqualTo($"{reference} cannot be approved: comment 1 is open; resolve it, or return the notice to its author."));
        await Get<ResolveComment>().RunAsync(People.Ruth, reference, number);
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);
        await CommentAsync(reference, Counted);

        Assert.That(() => Get<SendNotice>().RunAsync(People.Ines, reference), Throws.TypeOf<DeskException>()
            .With.Message.EqualTo($"{reference} cannot be sent: comment 2 is open; resolve it, or return the notice to its author."));
        Assert.That(await StatusAsync(reference), Is.EqualTo("approved"));
        await Get<ResolveComment>().RunAsync(People.Ruth, reference, 2);
        await Get<SendNotice>().RunAsync(People.Ines, reference);
        Assert.That(() => Get<CommentOnParagraph>().RunAsync(People.Ruth, reference, 1, "Late."), Throws.TypeOf<DeskException>().With.Message.Contains("stays as it is"));
    }

    [Test]
    public async Task An_author_cannot_resolve_what_the_reviewer_raised_whatever_their_roles()
    {
        var reference = await SubmittedAsync();
        var number = await CommentAsync(reference, Counted);
        var inesAsLawyer = People.Ines with { Roles = new HashSet<Role> { Role.Agent, Role.Legal } };

        Assert.That(() => Get<ResolveComment>().RunAsync(inesAsLawyer, reference, number), Throws.TypeOf<DeskException>().With.Message.EqualTo(
            $"Comment 1 of {reference} is ruth’s to resolve, or that of a lawyer who did not draft the notice; answer it."));
        Assert.That((await ReadAsync(reference)).Open, Is.EqualTo(1));
    }

    [Test]
    public async Task A_notice_with_open_comments_is_returned_without_another_word()
    {
        var reference = await SubmittedAsync();
        Assert.That(() => Get<ReturnNotice>().RunAsync(People.Ruth, reference, null), Throws.TypeOf<DeskException>().With.Message.StartsWith("Say what must change"));
        await CommentAsync(reference, Counted);

        await Get<ReturnNotice>().RunAsync(People.Ruth, reference, " ");

        Assert.That(await StatusAsync(reference), Is.EqualTo("returned"));
        Assert.That((await Get<CaseTimeline>().ListAsync(CaseRef)).Select(entry => entry.Summary), Has.One.EqualTo($"returned version 1 of {reference} with 1 open comment"));
    }

    [Test]
    public async Task What_is_no_paragraph_and_what_says_nothing_is_refused()
    {
        var reference = await SubmittedAsync();
        var last = (await ReadAsync(reference)).Paragraphs.Count;

        Assert.That(() => Get<CommentOnParagraph>().RunAsync(People.Ruth, reference, last + 1, "There?"),
            Throws.TypeOf<DeskException>().With.Message.Contains($"has the paragraphs 1 to {last}"));
        Assert.That(() => Get<CommentOnParagraph>().RunAsync(People.Ruth, reference, 1, "  "), Throws.TypeOf<DeskException>());
        Assert.That(() => Get<CommentOnParagraph>().RunAsync(People.Auditor, reference, 1, "No."), Throws.TypeOf<DeskException>());
        Assert.That(() => Get<AnswerComment>().RunAsync(People.Ines, reference, 7, "Where?"), Throws.TypeOf<DeskException>().With.Message.Contains("has no comment 7"));
    }

    private async Task<int> CommentAsync(string reference, string words)
    {
        var paragraph = (await ReadAsync(reference)).Paragraphs.First(each => each.Words.Contains(words, StringComparison.Ordinal));
        return await Get<CommentOnParagraph>().RunAsync(People.Ruth, reference, paragraph.Ordinal, "As of when?", seen: null);
    }

    private Task<CommentedText> ReadAsync(string reference) => Get<ReadComments>().RunAsync(reference);
}
