using AbuseDesk.Deadlines;
using AbuseDesk.Suspensions;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Deadlines;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Suspensions;

public sealed class SuspendingAnAccount(Engine engine) : PerchDesk(engine)
{
    private static readonly Instant Effective = At("2021-01-11T07:59:00Z");

    protected override bool OwnTemplates => true;

    [Test]
    public async Task What_is_scheduled_takes_effect_at_its_instant_and_only_once()
    {
        Assert.That(await ScheduleAsync(), Is.EqualTo("S-2021-0001"));
        Assert.That(await StatusAsync(), Is.EqualTo("scheduled"));
        Assert.That(await Get<TakeEffect>().RunAsync(Effective - Duration.Epsilon), Is.Empty);

        Clock.Now = Effective;
        Assert.That(await Get<TakeEffect>().RunAsync(), Is.EqualTo(new[] { "S-2021-0001" }));
        Assert.That(await Get<TakeEffect>().RunAsync(), Is.Empty);

        Assert.That(await StatusAsync(), Is.EqualTo("in-effect"));
        Assert.That(await OneAsync<Instant>("select took_effect_at from suspensions"), Is.EqualTo(Effective));
        Assert.That(await AllAsync<string>("select status from deadlines order by id"), Is.EqualTo(new[] { "met", "open" }));
        Assert.That(
            await OneAsync<string>("select summary from journal where act = 'suspension-took-effect' and actor = 'abusedesk'"),
            Is.EqualTo("suspension S-2021-0001 took effect; it was due Sunday 10 January 2021, 23:59 PST"));
        Assert.That(
            await OneAsync<string>("select recipients from outbox"),
            Is.EqualTo("ines@cloud.example, maren@cloud.example, ruth@cloud.example"));
    }

    [Test]
    public async Task It_takes_effect_and_starts_what_is_counted_from_it_even_where_one_of_that_cannot_be_computed()
    {
        var rules = Path.Combine(Desk.Settings.Templates, "policy", "deadlines.yml");
        const string rest = "\n    whose: ours\n    to_do: look again\n    audience: [assignee]\n    reminders: {before: [], after: []}\n";
        await File.AppendAllTextAsync(
            rules,
            $"\n  no_calendar:\n    starts: suspension-effective\n    within: 5 business days\n    calendar: fr{rest}  in_three_days:\n    starts: suspension-effective\n    within: 3 days{rest}");
        await ScheduleAsync();
        Clock.Now = Effective;

        Assert.That(await Get<TakeEffect>().RunAsync(), Is.EqualTo(new[] { "S-2021-0001" }));

        Assert.That(await OneAsync<string>("select explanation from deadlines where rule = 'in_three_days'"), Is.EqualTo(
            "3 days after suspension S-2021-0001 took effect on Sun 10 Jan 2021 23:59 PST: Wed 13 Jan 2021 23:59 PST."));
        Assert.That(await OneAsync<string>("select summary from journal where act = 'deadline-not-started'"), Does.StartWith(
            "could not start no_calendar after suspension S-2021-0001 took effect: ").And.Contains("fr.yml knows the years 2025 to 2030 only"));
    }

    [Test]
    public async Task A_hold_and_two_deadlines_go_with_it()
    {
        await ScheduleAsync();

        Assert.That(await OneAsync<Instant>("select until_at from holds where case_id = @CaseId", new { CaseId }), Is.EqualTo(At("2021-02-11T07:59:00Z")));
        var deadlines = await Get<DeadlineList>().RunAsync(new DeadlineFilter());
        Assert.That(deadlines.Select(row => (row.Rule, row.DueLocal)), Is.EqualTo(new[]
        {
            (DeadlineRules.Effective, "2021-01-10T23:59:00"),
            (DeadlineRules.PreservationEnds, "2021-02-10T23:59:00"),
        }));
    }

    [Test]
    public async Task Sweeps_at_once_put_it_into_effect_once()
    {
        await ScheduleAsync();
        Clock.Now = Effective;

        var taken = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Get<TakeEffect>().RunAsync())));

        Assert.That(taken.SelectMany(refs => refs), Has.Exactly(1).Items);
        Assert.That(await OneAsync<int>("select count(*) from journal where act = 'suspension-took-effect'"), Is.EqualTo(1));
    }

    [Test]
    public async Task Legal_lifts_it_with_a_reason_and_its_deadlines_end()
    {
        var suspension = await ScheduleAsync();
        Clock.Now = Effective;
        await Get<TakeEffect>().RunAsync();

        Assert.That(() => Get<LiftSuspension>().RunAsync(People.Ines, suspension, "they mended it"), Throws.TypeOf<DeskException>());
        Assert.That(() => Get<LiftSuspension>().RunAsync(People.Ruth, suspension, " "), Throws.TypeOf<DeskException>());
        await Get<LiftSuspension>().RunAsync(People.Ruth, suspension.ToLowerInvariant(), "they mended it");

        Assert.That(await StatusAsync(), Is.EqualTo("lifted"));
        Assert.That(await Get<DeadlineList>().RunAsync(new DeadlineFilter()), Is.Empty);
        Assert.That(() => Get<LiftSuspension>().RunAsync(People.Ruth, suspension, "again"), Throws.TypeOf<DeskException>().With.Message.Contains("already"));
    }

    [Test]
    public async Task One_that_was_called_off_never_takes_effect()
    {
        var suspension = await ScheduleAsync();

        await Get<LiftSuspension>().RunAsync(People.Maren, suspension, "sent in error");
        Clock.Now = Effective;

        Assert.That(await Get<TakeEffect>().RunAsync(), Is.Empty);
        Assert.That(await OneAsync<string>("select summary from journal where act = 'suspension-lifted'"), Does.StartWith("called off"));
    }

    [Test]
    public async Task A_customer_has_one_suspension_at_a_time()
    {
        var first = await ScheduleAsync();
        Assert.That(() => ScheduleAsync("N-2021-0037"), Throws.TypeOf<DeskException>().With.Message.EqualTo($"The customer’s suspension {first} of {CaseRef} is scheduled; call it off before another one is announced."));
        Assert.That(await OneAsync<int>("select count(*) from suspensions"), Is.EqualTo(1));

        await Get<LiftSuspension>().RunAsync(People.Maren, first, "sent in error");
        Assert.That(await ScheduleAsync("N-2021-0037"), Is.Not.EqualTo(first));
    }

    [Test]
    public void An_instant_that_has_passed_is_refused()
    {
        Clock.Now = Effective;

        Assert.That(() => ScheduleAsync(), Throws.TypeOf<DeskException>().With.Message.Contains("in the past"));
    }

    private Task<string> StatusAsync() => OneAsync<string>("select status from suspensions");

    private async Task<string> ScheduleAsync(string reference = "N-2021-0036")
    {
        if (Clock.Now < At("2021-01-10T02:40:00Z")) Clock.Now = At("2021-01-10T02:40:00Z");
        return await Database.WriteAsync(async tx =>
        {
            var notice = await tx.GetAsync<long>(
                """
                insert into notices (ref, case_id, customer_id, kind, status, current_version, author, language, addressee, recipients, copies,
                  customer_zone, verification_code, created_at)
                values (@reference, @CaseId, @CustomerId, 'suspension', 'sent', 2, 'ines', 'en', 'abuse', 'abuse@perch.example', '',
                  'Europe/Paris', @reference, @Now) returning id
                """,
                new { reference, CaseId, CustomerId, tx.Now });
            return await Get<ScheduleSuspension>().RunAsync(tx, People.Ines, new ScheduledSuspension
            {
                CaseId = CaseId,
                CaseRef = CaseRef,
                CustomerId = CustomerId,
                NoticeId = notice,
                NoticeRef = reference,
                ContractPath = "immediate",
                Effective = PromisedTime.Parse("2021-01-10T23:59", "America/Los_Angeles"),
                PreserveUntil = PromisedTime.Parse("2021-02-10T23:59", "America/Los_Angeles"),
            });
        });
    }
}
