using AbuseDesk.Deadlines;
using AbuseDesk.Evidence;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Suspensions;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using Dapper;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Review;

public sealed class EndingAContract(Engine engine) : NoticeTest(engine)
{
    private const string Path =
        """
        {"id":"termination","clause":"10.3","title":"End for breach","notice_days":30,"working_days":"us-federal","preconditions":[
           {"id":"a","fact":"suspension_in_effect","topic":"violence","label":"suspension in effect"},
           {"id":"b","fact":"written_warning","topic":"violence","label":"written warning"}]}
        """;

    private static readonly DraftNoticeRequest Request = new()
    {
        CaseRef = CaseRef,
        Kind = NoticeKind.Termination,
        Reviewer = "ruth",
        Effective = PromisedTime.Parse("2021-01-10T23:59", "America/Los_Angeles"),
        PreserveUntil = PromisedTime.Parse("2021-02-10T23:59", "America/Los_Angeles"),
    };

    private static readonly Actor Rhea = new("rhea", "Rhea Lund", new HashSet<Role> { Role.Legal });

    [SetUp]
    public Task TermsThatNameThePath() => Database.WriteAsync(async tx =>
    {
        await tx.ExecuteAsync("update terms_versions set contract_paths = replace(contract_paths, '[{\"id\":\"cure\"', @with) where version = '2020-12-01'", new { with = $"[{Path},{{\"id\":\"cure\"" });
        await tx.ExecuteAsync(
            """
            insert into clauses (terms_version_id, ordinal, number, heading, topic, body)
            select id, 4, '10.3', 'End for breach', 'end', 'We may end the agreement with 30 days'' notice where

            (a) the Service is suspended; and

            (b) we have warned you.' from terms_versions where version = '2020-12-01'
            """);
    });

    [Test]
    public async Task The_notice_names_the_path_its_proof_and_what_happens_with_the_data()
    {
        var suspension = await SuspendedAsync();
        var reference = (await Get<DraftNotice>().RunAsync(People.Ines, Request)).Ref;
        var text = await TextAsync(reference);

        Assert.That(text, Does.Contain("ended under clause 10.3, on 30 days’ notice").And.Contain("We may end the agreement with 30 days' notice where"));
        Assert.That(text, Does.Contain("Suspension S-2020-0001 of all services, D4 under clause 9.3, in effect since 8 December 2020, 23:59 PST").And.Contain(suspension));
        Assert.That(text, Does.Contain("We preserve all data of account A-1042 until Wednesday 10 February 2021, 23:59 PST").And.Contain("takes the place of the one in our notice").And.Contain("Duration Permanent."));
        Assert.That((await Get<NoticeChecks>().RunAsync(reference)).Checks.Where(check => !check.Passed), Is.Empty);
        Assert.That((await Get<NoticeChecks>().RunAsync(reference)).Checks.Select(check => Spaced(check.Sentence)),
            Has.Some.EqualTo("30 days of notice are given, to the end of Friday 8 January 2021").And.Some.EqualTo("Termination path: 2 of 2 preconditions hold: (a) D4; (b) D2"));
    }

    [Test]
    public async Task What_is_sent_ends_the_contract_at_its_instant_keeps_the_data_and_replaces_the_date_of_the_suspension()
    {
        await SuspendedAsync();
        var reference = await SentAsync(Request);

        Assert.That(await OpenAsync(), Is.EqualTo(new[] { (DeadlineRules.ContractEnds, "2021-01-10T23:59:00"), (DeadlineRules.PreservationEnds, "2021-02-10T23:59:00") }));
        Assert.That(await CountAsync("holds where reason like 'termination%' and until_at = @until", new { until = At("2021-02-11T07:59:00Z") }), Is.EqualTo(1));
        Assert.That(() => Get<DraftNotice>().RunAsync(People.Ines, Request), Throws.TypeOf<DeskException>().With.Message.Contains($"{reference} ends the customer’s contract"));
        Assert.That(await Get<EndContracts>().RunAsync(), Is.Empty);

        Clock.Now = At("2021-01-11T07:59:00Z");
        Assert.That(await Get<EndContracts>().RunAsync(), Is.EqualTo(new[] { reference }));
        Assert.That(await Get<EndContracts>().RunAsync(), Is.Empty);

        Assert.That((await OpenAsync()).Select(row => row.Rule), Is.EqualTo(new[] { DeadlineRules.PreservationEnds }));
        Assert.That(await CountAsync("outbox where kind = 'termination-effect'"), Is.EqualTo(1));
        Assert.That(() => Get<LiftSuspension>().RunAsync(People.Ruth, "S-2020-0001", "They mended it."), Throws.TypeOf<DeskException>().With.Message.Contains("contract has ended"));
        Assert.That(() => Get<CallOffTermination>().RunAsync(People.Ruth, reference, "Too late."), Throws.TypeOf<DeskException>().With.Message.Contains("has ended"));
    }

    [Test]
    public async Task One_that_is_called_off_ends_nothing_and_the_suspension_has_its_date_again()
    {
        await SuspendedAsync();
        var reference = await SentAsync(Request);

        Assert.That(() => Get<CallOffTermination>().RunAsync(People.Ines, reference, "They mended it."), Throws.TypeOf<DeskException>());
        Assert.That(() => Get<CallOffTermination>().RunAsync(People.Ruth, reference, " "), Throws.TypeOf<DeskException>().With.Message.Contains("Give the reason"));
        await Get<CallOffTermination>().RunAsync(People.Ruth, reference.ToLowerInvariant(), "They mended it.");

        Assert.That(await OpenAsync(), Is.EqualTo(new[] { (DeadlineRules.PreservationEnds, "2021-01-10T23:59:00") }));
        Clock.Now = At("2021-02-01T00:00:00Z");
        Assert.That(await Get<EndContracts>().RunAsync(), Is.Empty);
        Assert.That(() => Get<CallOffTermination>().RunAsync(People.Ruth, reference, "Again."), Throws.TypeOf<DeskException>().With.Message.Contains("called off already"));
    }

    // 9 December and 30 days is Friday 8 January, which is a working day
    [TestCase("2021-01-08T23:58", "2021-02-10T23:59", "asks for 30 days of notice; take an effective instant from Friday 8 January 2021, 23:59 PST on")]
    [TestCase("2021-01-08T23:59", "2021-01-09T23:59", "promises to preserve the data until 10 January 2021, 23:59 PST, which is later")]
    public async Task A_date_that_gives_too_little_blocks_and_says_which_would_do(string effective, string preserve, string sentence)
    {
        await SuspendedAsync();
        var reference = (await Get<DraftNotice>().RunAsync(People.Ines, Request with
        {
            Effective = PromisedTime.Parse(effective, "America/Los_Angeles"),
            PreserveUntil = PromisedTime.Parse(preserve, "America/Los_Angeles"),
        })).Ref;
        await Get<SubmitNotice>().RunAsync(People.Ines, reference);

        Assert.That(() => Get<ApproveNotice>().RunAsync(People.Ruth, reference), Throws.TypeOf<DeskException>());
        Assert.That(await BlockedByAsync(reference), Does.Contain(sentence));
    }

    [Test]
    public async Task A_period_that_would_end_on_a_holiday_ends_on_the_next_working_day()
    {
        await SuspendedAsync();
        // 16 December and 30 days is Friday 15 January; a day later it is a Saturday before a holiday on Monday
        Clock.Now = At("2020-12-17T18:00:00Z");
        var reference = (await Get<DraftNotice>().RunAsync(People.Ines, Request with { Effective = PromisedTime.Parse("2021-01-18T23:59", "America/Los_Angeles") })).Ref;

        Assert.That(await BlockedByAsync(reference),
            Is.EqualTo("The termination path asks for 30 days of notice, and the last of them must be a working day; take an effective instant from Tuesday 19 January 2021, 23:59 PST on."));
    }

    [Test]
    public async Task A_path_without_its_suspension_blocks_and_says_what_is_needed()
    {
        var suspension = await SubmittedAsync();
        Assert.That(() => DraftAsync(Request), Throws.TypeOf<DeskException>().With.Message.EqualTo(
            "The notice cannot be drafted yet: clause 10.3(a) needs a suspension in effect, and the case has none; suspend the account first."));

        await Get<ApproveNotice>().RunAsync(People.Ruth, suspension);
        await Get<SendNotice>().RunAsync(People.Ines, suspension);
        Assert.That(() => DraftAsync(Request), Throws.TypeOf<DeskException>().With.Message.Contains("S-2020-0001 takes effect only on"));
        Clock.Now = At("2020-12-09T18:00:00Z");
        await Get<TakeEffect>().RunAsync();
        var reference = await DraftAsync(Request);
        await Get<LiftSuspension>().RunAsync(People.Ruth, "S-2020-0001", "They mended it.");

        Assert.That((await Get<NoticeChecks>().RunAsync(reference)).Checks.Where(check => !check.Passed).Select(check => check.Sentence), Has.Some.Contains("the suspension changed"));
        Assert.That(() => Get<RedraftNotice>().RunAsync(People.Ines, reference, new()), Throws.TypeOf<DeskException>().With.Message.Contains("S-2020-0001 ended on"));
    }

    [Test]
    public async Task What_is_missing_or_contradicts_itself_is_said()
    {
        await SuspendedAsync();

        Assert.That(() => DraftAsync(Request with { ContractPath = "cure" }), Throws.TypeOf<DeskException>().With.Message.Contains("leave the contract path out"));
        Assert.That(() => DraftAsync(Request with { Effective = null }), Throws.TypeOf<DeskException>().With.Message.Contains("the instant at which the contract ends"));
        Assert.That(() => DraftAsync(Request with { Effective = PromisedTime.At(Clock.Now, "UTC") }), Throws.TypeOf<DeskException>().With.Message.Contains("The contract would end in the past"));
        var reference = await DraftAsync(Request);
        Assert.That(() => DraftAsync(Request), Throws.TypeOf<DeskException>().With.Message.Contains($"{reference}, a notice of termination of this case, is draft"));
        Assert.That(() => Get<RedraftNotice>().RunAsync(People.Ines, reference, new() { ContractPath = "immediate" }), Throws.TypeOf<DeskException>().With.Message.Contains("leave the contract path out"));
    }

    [Test]
    public async Task Terms_without_the_path_are_named()
    {
        await SuspendedAsync();
        await Database.WriteAsync(tx => tx.ExecuteAsync("update terms_versions set contract_paths = replace(contract_paths, @Path || ',', '') where version = '2020-12-01'", new { Path }));

        Assert.That(() => DraftAsync(Request), Throws.TypeOf<DeskException>().With.Message.EqualTo("The terms of 2020-12-01 name no path “termination”; a termination must rest on one that they name."));
    }

    private async Task<string> BlockedByAsync(string reference) =>
        Spaced((await Get<NoticeChecks>().RunAsync(reference)).Checks.First(check => !check.Passed).Sentence);

    private static string Spaced(string sentence) => sentence.Replace('\u00a0', ' ');

    private async Task<string> DraftAsync(DraftNoticeRequest request) => (await Get<DraftNotice>().RunAsync(People.Ines, request)).Ref;

    private async Task<string> SentAsync(DraftNoticeRequest request)
    {
        var reference = await DraftAsync(request);
        await ApproveAndSendAsync(reference);
        return reference;
    }

    /// <summary>The suspension took effect on 8 December; it is the morning after, and there are two lawyers.</summary>
    private async Task<string> SuspendedAsync()
    {
        var suspension = await SubmittedAsync();
        await Get<ApproveNotice>().RunAsync(People.Ruth, suspension);
        await Get<SendNotice>().RunAsync(People.Ines, suspension);
        Clock.Now = At("2020-12-09T07:59:00Z");
        await Get<TakeEffect>().RunAsync();
        Clock.Now = At("2020-12-09T18:00:00Z");
        await Database.WriteAsync(tx => tx.ExecuteAsync("update deadlines set status = 'met' where rule = 'acknowledge'"));
        await HireAsync(Rhea);
        return suspension;
    }

    private async Task ApproveAndSendAsync(string reference)
    {
        await Get<SubmitNotice>().RunAsync(People.Ines, reference);
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);
        Assert.That(() => Get<SendNotice>().RunAsync(People.Ines, reference), Throws.TypeOf<DeskException>(), "one of two lawyers has approved");
        await Get<ApproveNotice>().RunAsync(Rhea, reference);
        await Get<SendNotice>().RunAsync(People.Ines, reference);
    }

    private async Task<IReadOnlyList<(string Rule, string DueLocal)>> OpenAsync() =>
        [.. (await Get<DeadlineList>().RunAsync(new DeadlineFilter())).Where(row => row.Rule is DeadlineRules.ContractEnds or DeadlineRules.PreservationEnds).Select(row => (row.Rule, row.DueLocal))];

    private async Task<string> TextAsync(string reference)
    {
        var row = await Get<NoticeRecords>().GetAsync(reference);
        var text = System.Text.Encoding.UTF8.GetString(await Get<IEvidenceStore>().ReadAsync((await Get<NoticeRecords>().VersionsAsync(row.Id))[^1].TextSha256));
        // a quotation is marked at the start of each line
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" | ", " ", StringComparison.Ordinal);
    }
}
