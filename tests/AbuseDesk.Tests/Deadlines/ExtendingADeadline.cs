using AbuseDesk.Deadlines;
using AbuseDesk.Deadlines.Changing;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Deadlines;

public sealed class ExtendingADeadline(Engine engine) : LawDesk(engine)
{
    private static readonly PromisedTime Friday = PromisedTime.Parse("2027-01-22T17:00", "America/Los_Angeles");

    [Test]
    public async Task Another_person_approves_it_and_the_old_instant_stays_on_record()
    {
        var deadline = await CounterNoticeAsync();

        await Get<AskExtension>().RunAsync(People.Ines, deadline, Friday, "the complainant's counsel asks for a week");
        Assert.That((await FindAsync(deadline)).DueAt, Is.EqualTo(At("2027-01-14T07:59:59Z")));
        await Get<DecideExtension>().RunAsync(People.Ruth, deadline, approve: true);

        var found = await FindAsync(deadline);
        Assert.That((found.DueAt, found.Extended, found.Extensions.Single().Status, found.Extensions.Single().DecidedBy), Is.EqualTo((Friday.Instant, true, "approved", "ruth")));
        Assert.That(found.Explanation, Does.EndWith("; extended to Fri 22 Jan 2027 17:00 PST by Ruth Ostrander (the complainant's counsel asks for a week)."));
        Assert.That(found.Moves.Single().OldDueAt, Is.EqualTo(At("2027-01-14T07:59:59Z")));
        Assert.That(await MailAsync(), Is.EqualTo(new[]
        {
            "ines@cloud.example: Moved: restore the content, unless an action was filed, now by Friday 22 January 2027, 17:00 PST (C-2020-0417)",
            "maren@cloud.example, ruth@cloud.example: Extension to approve: restore the content, unless an action was filed, to Fri 22 Jan 2027 17:00 PST (C-2020-0417)",
            "ruth@cloud.example: Moved: restore the content, unless an action was filed, now by Friday 22 January 2027, 17:00 PST (C-2020-0417)",
        }));
        Assert.That((await JournalAsync()).TakeLast(3), Is.EqualTo(new[]
        {
            $"asked to extend {deadline}: restore the content, unless an action was filed, to Fri 22 Jan 2027 17:00 PST (the complainant's counsel asks for a week)",
            $"approved the extension of {deadline} to Fri 22 Jan 2027 17:00 PST that ines asked for",
            $"moved {deadline}: restore the content, unless an action was filed, from Wed 13 Jan 2027 23:59 PST to Fri 22 Jan 2027 17:00 PST (extended: the complainant's counsel asks for a week)",
        }));
    }

    [Test]
    public async Task Nobody_approves_their_own_and_a_refusal_says_why()
    {
        var deadline = await CounterNoticeAsync();
        await Get<AskExtension>().RunAsync(People.Maren, deadline, Friday, "more time");
        var decide = Get<DecideExtension>();

        Refused(() => decide.RunAsync(People.Maren, deadline, approve: true), $"You asked for this extension of {deadline} yourself; another person must decide on it.");
        Refused(() => decide.RunAsync(People.Ines, deadline, approve: true), "Ines Calder may not decide on an extension: that needs the role lead or legal.");
        Refused(() => decide.RunAsync(People.Ruth, deadline, approve: false), "Say why the extension is refused");
        await decide.RunAsync(People.Ruth, deadline, approve: false, "the law gives none");

        Assert.That(((await FindAsync(deadline)).DueAt, (await FindAsync(deadline)).Extensions.Single().Comment), Is.EqualTo((At("2027-01-14T07:59:59Z"), "the law gives none")));
        Refused(() => decide.RunAsync(People.Ruth, deadline, approve: true), $"Nobody has asked for an extension of {deadline}.");
    }

    [Test]
    public async Task It_must_be_later_within_the_limit_of_the_rule_and_one_at_a_time()
    {
        var deadline = await CounterNoticeAsync();
        var ask = Get<AskExtension>();

        Refused(() => ask.RunAsync(People.Ines, deadline, PromisedTime.Parse("2027-01-10T17:00", "UTC"), "x"), $"An extension must be later than Wed 13 Jan 2027 23:59 PST, when {deadline} is due");
        // thirty business days: 14 to the 13th, then 14, 15, 19 to 22, 25 to 29 January, 1 to 5 February are 16 more
        Refused(() => ask.RunAsync(People.Ines, deadline, PromisedTime.Parse("2027-02-06T00:00", "America/Los_Angeles"), "x"), $"{deadline} can be extended to Fri 5 Feb 2027 23:59 PST at most, 30 business days after the counter notice was received");
        Refused(() => ask.RunAsync(People.Ines, deadline, Friday, " "), "Give the reason for the extension");
        await ask.RunAsync(People.Ines, deadline, Friday, "x");
        Refused(() => ask.RunAsync(People.Maren, deadline, Friday, "x"), $"ines has asked for an extension of {deadline} already");
        var order = (await Get<RecordEvent>().RunAsync(People.Ines, CaseRef, AnchorEvent.OrderReceived)).Single();
        Refused(() => ask.RunAsync(People.Ines, order, Friday, "x"), $"{order} cannot be extended: its rule remove_terrorist_content allows none (Regulation (EU) 2021/784");
    }

    [Test]
    public async Task A_waiver_ends_it_and_what_was_asked_for_lapses()
    {
        var deadline = await CounterNoticeAsync();
        await Get<AskExtension>().RunAsync(People.Ines, deadline, Friday, "x");

        Refused(() => Get<WaiveDeadline>().RunAsync(People.Maren, deadline, "x"), $"Maren Lindqvist may not waive {deadline}: that needs the role legal.");
        Refused(() => Get<WaiveDeadline>().RunAsync(People.Ruth, deadline, ""), "Give the reason for waiving");
        await Get<WaiveDeadline>().RunAsync(People.Ruth, deadline, "an action was filed");

        var found = await FindAsync(deadline);
        Assert.That((found.Status, found.Extensions.Single().Status, found.EndedAt), Is.EqualTo(("waived", "lapsed", (Instant?)Clock.Now)));
        Assert.That((await JournalAsync())[^1], Is.EqualTo($"waived {deadline}: restore the content, unless an action was filed (an action was filed)"));
        Refused(() => Get<WaiveDeadline>().RunAsync(People.Ruth, deadline, "again"), $"{deadline} is no longer open; it is waived.");
    }

    [Test]
    public async Task What_happens_by_itself_is_neither_extended_nor_waived()
    {
        var effective = await StartAsync("2027-01-10T00:00:00Z", "effective");

        Refused(() => Get<WaiveDeadline>().RunAsync(People.Ruth, effective, "x"), $"{effective} cannot be waived: the suspension takes effect by itself");
        Refused(() => Get<AskExtension>().RunAsync(People.Ines, effective, Friday, "x"), $"{effective} cannot be extended: the suspension takes effect by itself.");
    }

    private static void Refused(Func<Task> act, string sentence) =>
        Assert.That(act, Throws.TypeOf<DeskException>().With.Message.Contains(sentence));
}
