using AbuseDesk.Cases;
using AbuseDesk.Evidence;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using Dapper;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Review;

public sealed class DraftingWhatIsMissing(Engine engine) : NoticeTest(engine)
{
    private const string PathsWithAPlan =
        """
        [{"id":"cure","clause":"9.2","title":"Cure","cure_days":30,"preconditions":[]},
         {"id":"immediate","clause":"9.3","title":"Immediate","cure_days":0,"preconditions":[
           {"id":"b","fact":"written_warning","topic":"violence","label":"written warning"},
           {"id":"c","fact":"no_adequate_plan","topic":"violence","label":"no adequate plan on request"}]}]
        """;

    [Test]
    public async Task A_suspension_is_drafted_when_the_path_has_all_that_it_needs()
    {
        await NeedAPlanAsync();
        await ForwardedAndCheckedAsync();
        await RefusedAsync("clause 9.3(b) needs a warning; send one first; clause 9.3(c) needs a plan request; send one first.");
        await WarnAsync();
        await AskForAPlanAsync();
        await RefusedAsync("clause 9.3(c) needs a plan that is missing or insufficient, and the customer may still send one by");
        Clock.Now += Duration.FromHours(1);
        await ReceivePlanAsync();
        await RefusedAsync("the plan has not been assessed; assess it first");
        await Get<AssessPlan>().RunAsync(People.Ines, CaseRef, Assessments.Insufficient());

        Assert.That((await DraftAsync()).Ref, Is.EqualTo("N-2020-0004"));
    }

    [Test]
    public async Task A_plan_from_before_the_request_is_no_answer_to_it()
    {
        await NeedAPlanAsync();
        await ForwardedAndCheckedAsync();
        await WarnAsync();
        await ReceivePlanAsync();
        Clock.Now += Duration.FromHours(1);
        await AskForAPlanAsync();

        await RefusedAsync("clause 9.3(c) needs a plan on request, and the plan of");
    }

    [Test]
    public async Task A_draft_whose_pages_cannot_be_drawn_gives_its_number_back()
    {
        await FileAsync(2);
        var screenshots = await Database.ReadAsync(connection => connection.QueryAsync<string>("select c.sha256 from screenshots s join captures c on c.id = s.capture_id"));
        var file = Directory.EnumerateFiles(Desk.Settings.Evidence, screenshots.First(), SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(file);
        File.SetAttributes(file, FileAttributes.Normal);
        await File.AppendAllTextAsync(file, "x");
        Assert.That(() => ForwardAsync(), Throws.TypeOf<DeskException>());
        await File.WriteAllBytesAsync(file, bytes);

        Assert.That(await ForwardAsync(), Is.EqualTo("N-2020-0001"));
    }

    [Test]
    public async Task An_older_item_that_is_filed_later_begins_the_time_that_is_told()
    {
        await FileAsync(2);
        var seen = At("2020-12-02T10:00:00Z");
        await Get<FileReport>().RunAsync(People.Ines, Known.Report("older", seen, "7.4", Severity.High) with { Screenshots = [Known.Screenshot(seen, 70)] });

        var text = await TextAsync(await ForwardAsync());

        Assert.That(text, Does.Contain("first seen between 2 December 2020 and 5 December 2020"));
        Assert.That(text.IndexOf("/p/older", StringComparison.Ordinal), Is.LessThan(text.IndexOf("-1 ", StringComparison.Ordinal)).And.GreaterThan(0));
    }

    [Test]
    public async Task A_forwarding_without_a_date_takes_that_of_the_policy_and_a_plan_request_asks_for_one()
    {
        Clock.Now = At("2020-12-05T17:10:00Z");
        await FileAsync(1);
        var drafted = await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest { CaseRef = CaseRef, Kind = NoticeKind.Forwarding });

        Assert.That((await Get<NoticeRecords>().GetAsync(drafted.Ref)).ActByAt, Is.EqualTo(At("2020-12-06T18:00:00Z")));
        Assert.That(() => Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest { CaseRef = CaseRef, Kind = NoticeKind.PlanRequest }),
            Throws.TypeOf<DeskException>().With.Message.Contains("--act-by").And.Message.Contains("plan request"));
    }

    [Test]
    public void Every_kind_that_is_offered_has_a_template() =>
        Assert.That(new AbuseDesk.Notices.Templates.TemplateLibrary(NoticeTexts.TemplatesFolder).All().Select(template => template.Kind), Is.EquivalentTo(NoticeKinds.Drafted));

    private async Task NeedAPlanAsync() => await Database.WriteAsync(tx =>
        tx.ExecuteAsync("update terms_versions set contract_paths = @PathsWithAPlan where version = '2020-12-01'", new { PathsWithAPlan }));

    private async Task ForwardedAndCheckedAsync()
    {
        await FileAsync(1);
        await ForwardAsync();
        Clock.Now += Duration.FromHours(25);
        await CheckAsync(1, CheckOutcome.StillUp);
    }

    private async Task AskForAPlanAsync()
    {
        var drafted = await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest
        {
            CaseRef = CaseRef,
            Kind = NoticeKind.PlanRequest,
            ActBy = PromisedTime.At(Clock.Now + Duration.FromHours(24), "America/Los_Angeles"),
        });
        await Get<AbuseDesk.Notices.Review.SendNotice>().RunAsync(People.Ines, drafted.Ref);
    }

    private Task<long> ReceivePlanAsync() => Get<ReceivePlan>().RunAsync(People.Ines, CaseRef, "We will remove it."u8.ToArray(), "plan.txt", Clock.Now);

    private Task<DraftedNotice> DraftAsync() => Get<DraftNotice>().RunAsync(People.Ines, Suspension());

    private async Task RefusedAsync(string sentence)
    {
        var before = await CountAsync("notices");
        Assert.That(DraftAsync, Throws.TypeOf<DeskException>().With.Message.Contains(sentence));
        Assert.That(await CountAsync("notices"), Is.EqualTo(before));
        Assert.That(await Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("select last from counters where kind = 'N'")), Is.EqualTo(before));
    }

    private async Task<string> TextAsync(string reference)
    {
        var records = Get<NoticeRecords>();
        var version = (await records.VersionsAsync((await records.GetAsync(reference)).Id))[^1];
        var text = System.Text.Encoding.UTF8.GetString(await Get<IEvidenceStore>().ReadAsync(version.TextSha256));
        return System.Text.RegularExpressions.Regex.Replace(text, @"\s+", " ");
    }
}
