using AbuseDesk.Cases;
using AbuseDesk.Deadlines;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Staff;
using AbuseDesk.Staff.Absences;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Notices.Review;
using Dapper;
using MimeKit;
using NodaTime;

namespace AbuseDesk.Tests.Staff;

public sealed class BeingAway(Engine engine) : NoticeTest(engine)
{
    private static readonly Actor Rhea = new("rhea", "Rhea Lund", new HashSet<Role> { Role.Legal });

    private static readonly LocalDate First = new(2020, 12, 5);

    private static readonly LocalDate Last = new(2020, 12, 11);

    [SetUp]
    public async Task Hire()
    {
        await HireAsync(Rhea);
        await Database.WriteAsync(tx => tx.ExecuteAsync("update staff set email = login || '@cloud.example', zone = 'America/Los_Angeles'"));
    }

    [Test]
    public async Task A_notice_drafted_for_somebody_who_is_away_prints_the_name_of_who_stands_in()
    {
        await RuthIsAwayAsync();

        var reference = await SubmittedAsync("immediate", People.Ruth);

        var notice = await Get<NoticeRecords>().GetAsync(reference);
        Assert.That((notice.Reviewer, notice.ReviewerFor, notice.ReviewerForUntil), Is.EqualTo(("rhea", "ruth", "2020-12-11")));
        Assert.That(() => Get<ApproveNotice>().RunAsync(People.Ruth, reference), Throws.TypeOf<DeskException>());
        await Get<ApproveNotice>().RunAsync(Rhea, reference);
        Assert.That((await Get<CaseTimeline>().ListAsync(CaseRef)).Select(entry => entry.Summary), Has.One.EndsWith("rhea reviews it for ruth, away until 2020-12-11"));
    }

    [Test]
    public async Task A_review_that_waits_for_somebody_who_is_away_is_taken_over_and_prints_the_new_name()
    {
        var reference = await SubmittedAsync("immediate", People.Ruth);
        Assert.That(() => Get<TakeOverReview>().RunAsync(Rhea, reference), Throws.TypeOf<DeskException>().With.Message.Contains("is not away"));
        await RuthIsAwayAsync();

        Assert.That(() => Get<ApproveNotice>().RunAsync(Rhea, reference), Throws.TypeOf<DeskException>().With.Message.Contains("prints the name of ruth"));
        Assert.That(await Get<TakeOverReview>().RunAsync(Rhea, reference), Is.EqualTo(2));
        await Get<ApproveNotice>().RunAsync(Rhea, reference, seen: 2);

        var notice = await Get<NoticeRecords>().GetAsync(reference);
        Assert.That((notice.Status, notice.ApprovedBy), Is.EqualTo(("approved", "rhea")));
        var version = (await Get<NoticeRecords>().VersionsAsync(notice.Id))[^1];
        var facts = FactsText.Read(System.Text.Encoding.UTF8.GetString(await Get<AbuseDesk.Evidence.IEvidenceStore>().ReadAsync(version.FactsSha256)));
        Assert.That((facts.Approver!.Name, version.CompiledBy), Is.EqualTo(("Rhea Lund", "ines")));
        Assert.That((await Get<DeadlineHistory>().RunAsync(CaseRef)).Single(deadline => deadline.Rule == DeadlineRules.DecideReview).Status, Is.EqualTo("met"));
        Assert.That((await Get<CaseTimeline>().ListAsync(CaseRef)).Select(entry => entry.Summary),
            Has.One.EqualTo($"took over the review of {reference} for Ruth Ostrander, away until 11 December 2020; version 2 prints the new name"));
    }

    [Test]
    public async Task Whoever_compiled_the_version_cannot_take_its_review_over()
    {
        var reference = await SubmittedAsync("immediate", People.Ruth);
        await Get<RedraftNotice>().RunAsync(Rhea, reference, new RedraftNoticeRequest());
        await Get<SubmitNotice>().RunAsync(People.Ines, reference);
        await RuthIsAwayAsync();

        Assert.That(() => Get<TakeOverReview>().RunAsync(Rhea, reference), Throws.TypeOf<DeskException>().With.Message.Contains("you cannot approve it in the place of Ruth Ostrander"));
        Assert.That(() => Get<TakeOverReview>().RunAsync(new Actor("lena", "Lena Moss", new HashSet<Role> { Role.Legal }), reference),
            Throws.TypeOf<DeskException>().With.Message.EqualTo("Rhea Lund stands in for Ruth Ostrander until 11 December 2020; the review is theirs to take over."));
    }

    [Test]
    public async Task Reminders_go_to_the_substitute_too_and_say_for_whom()
    {
        await SubmittedAsync("immediate", People.Ruth);
        await HireAsync(new Actor("lena", "Lena Moss", new HashSet<Role> { Role.Agent }));
        await Database.WriteAsync(tx => tx.ExecuteAsync("update cases set assignee = 'ines'"));
        await RuthIsAwayAsync();
        await Get<SetAway>().RunAsync(People.Ines, "ines", First, Last, "lena");
        Clock.Now += Duration.FromMinutes(75);
        await Get<RemindDue>().RunAsync();

        var legal = await MailAsync("%decide the review%");
        Assert.That(legal.To.Mailboxes.Select(box => box.Address), Is.SupersetOf(new[] { "ruth@cloud.example", "rhea@cloud.example" }));
        Assert.That(legal.TextBody, Does.Contain("Away: Ruth Ostrander until 11 December 2020; Rhea Lund stands in"));
        Clock.Now += Duration.FromDays(2);
        await Get<RemindDue>().RunAsync();
        Assert.That(await CountAsync("outbox where kind = 'reminder' and recipients like '%ines@cloud.example%' and recipients like '%lena@cloud.example%'"), Is.Positive);
    }

    [Test]
    public async Task After_the_last_day_nobody_stands_in()
    {
        await RuthIsAwayAsync();
        Clock.Now = At("2020-12-12T07:59:00Z");
        Assert.That((await Get<ListAway>().StandInAsync("ruth"))?.Substitute, Is.EqualTo("rhea"), "the day ends on Ruth's calendar");
        Clock.Now = At("2020-12-12T08:00:00Z");

        Assert.That(await Get<ListAway>().StandInAsync("ruth"), Is.Null);
        Assert.That(() => Get<EndAway>().RunAsync(People.Ruth, "ruth"), Throws.TypeOf<DeskException>().With.Message.Contains("is not away"));
    }

    [Test]
    public async Task A_substitute_who_goes_away_has_a_substitute_who_stands_in_for_both()
    {
        await HireAsync(new Actor("lena", "Lena Moss", new HashSet<Role> { Role.Legal }));
        await RuthIsAwayAsync();
        await Get<SetAway>().RunAsync(Rhea, "rhea", First, First, "lena");

        var standIn = await Get<ListAway>().StandInAsync("ruth");

        Assert.That((standIn?.Login, standIn?.Substitute, standIn?.Until), Is.EqualTo(("ruth", "lena", "11 December 2020")));
    }

    [Test]
    public async Task Who_cannot_stand_in_is_refused_and_so_are_days_that_are_none()
    {
        await RuthIsAwayAsync();

        Refused(() => Get<SetAway>().RunAsync(Rhea, "rhea", First, Last, "ines"), "Ines Calder does not have the role legal, in which Rhea Lund works");
        Refused(() => Get<SetAway>().RunAsync(Rhea, "rhea", First, Last, "rhea"), "Nobody stands in for themselves");
        Refused(() => Get<SetAway>().RunAsync(Rhea, "rhea", First, Last, "ruth"), "Ruth Ostrander is away too");
        Refused(() => Get<SetAway>().RunAsync(Rhea, "rhea", Last, First, "ruth"), "The last day lies before the first");
        Refused(() => Get<SetAway>().RunAsync(Rhea, "rhea", new LocalDate(2020, 11, 1), new LocalDate(2020, 11, 2), "ruth"), "These days are over");
        Refused(() => Get<SetAway>().RunAsync(People.Ines, "ruth", First, Last, "rhea"), "role lead or admin");
        await Get<SetAway>().RunAsync(People.Maren, "ruth", First, First, "rhea");
        Assert.That((await Get<ListAway>().RunAsync()).Single().UntilDate, Is.EqualTo("2020-12-05"), "what is said last counts");
        await Get<EndAway>().RunAsync(People.Ruth, "ruth");
        Assert.That(await Get<ListAway>().RunAsync(), Is.Empty);

        static void Refused(Func<Task> act, string sentence) => Assert.That(act, Throws.TypeOf<DeskException>().With.Message.Contains(sentence));
    }

    private Task RuthIsAwayAsync() => Get<SetAway>().RunAsync(People.Ruth, "ruth", First, Last, "rhea");

    private async Task<MimeMessage> MailAsync(string subject)
    {
        var mime = await Database.ReadAsync(connection => connection.QueryFirstAsync<byte[]>("select mime from outbox where kind = 'reminder' and subject like @subject order by id desc limit 1", new { subject }));
        return await MimeMessage.LoadAsync(new MemoryStream(mime));
    }
}
