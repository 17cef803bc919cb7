using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Customers;
using AbuseDesk.Escalation;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Reports;
using AbuseDesk.Terms;
using CriterionVerdict = AbuseDesk.Cases.CriterionVerdict;

namespace AbuseDesk.Cli.Commands.Demo;

/// <summary>One use case for each word that the story uses.</summary>
internal sealed class StorySteps(DeskSession desk, Story story, StoryDesk stage)
{
    private IReadOnlyList<CriterionFacts> criteria = [];

    /// <exception cref="DeskException">The story uses a word that nobody plays.</exception>
    public Task PlayAsync(StoryStep step, Actor actor) => step.Do switch
    {
        "import-customers" => ImportAsync(step, actor),
        "publish-terms" => PublishAsync(step, actor),
        "import-reports" => ImportReportsAsync(step, actor),
        "assign" => desk.Get<AssignCase>().RunAsync(actor, stage.CaseRef, step.Assignee),
        "forward" => ForwardAsync(step, actor),
        "check" => CheckAsync(actor),
        "warn" => DraftAndSendAsync(actor, Request(step, NoticeKind.Warning)),
        "request-plan" => AskForPlanAsync(step, actor),
        "receive-plan" => ReceiveAsync(step, actor),
        "assess-plan" => AssessAsync(step, actor),
        "take-up-proposal" => desk.Get<TakeUpProposal>().RunAsync(actor, stage.CaseRef),
        "draft" => DraftAsync(step, actor),
        "submit" => desk.Get<SubmitNotice>().RunAsync(actor, stage.NoticeRef),
        "return" => desk.Get<ReturnNotice>().RunAsync(actor, stage.NoticeRef, step.Comment),
        "redraft" => desk.Get<RedraftNotice>().RunAsync(
            actor, stage.NoticeRef, new RedraftNoticeRequest { Comment = step.Comment, PreserveUntil = Time(step.PreserveUntil) }),
        "approve" => desk.Get<ApproveNotice>().RunAsync(actor, stage.NoticeRef),
        "send" => desk.Get<SendNotice>().RunAsync(actor, stage.NoticeRef),
        // the workers do it when its instant comes, which is now
        "take-effect" => Task.CompletedTask,
        _ => throw new DeskException($"story.yml: nobody knows how to “{step.Do}”."),
    };

    private async Task ImportAsync(StoryStep step, Actor actor)
    {
        await using var csv = File.OpenRead(story.PathOf(step.File));
        await desk.Get<ImportCustomers>().RunAsync(actor, csv, Path.GetFileName(step.File));
    }

    private async Task ImportReportsAsync(StoryStep step, Actor actor)
    {
        var file = story.PathOf(step.File);
        await using var csv = File.OpenRead(file);
        var request = new ImportReportsRequest { Csv = csv, FindScreenshot = ImportReportsRequest.ScreenshotsBeside(file) };
        var done = await desk.Get<ImportReports>().RunAsync(actor, request);
        if (done.Rejected.Count > 0)
            throw new DeskException($"{step.File}, row {done.Rejected[0].Row}, {done.Rejected[0].Column}: {done.Rejected[0].Reason}");
    }

    private async Task PublishAsync(StoryStep step, Actor actor) =>
        await desk.Get<PublishTerms>().RunAsync(actor, await File.ReadAllTextAsync(story.PathOf(step.File)), Path.GetFileName(step.File));

    private async Task ForwardAsync(StoryStep step, Actor actor)
    {
        await DraftAndSendAsync(actor, Request(step, NoticeKind.Forwarding) with { ItemNumbers = stage.Batch(step.Batch), ActBy = Time(step.ActBy) });
        stage.Forwarded(step.Batch);
    }

    private Task CheckAsync(Actor actor)
    {
        var now = desk.Database.Now;
        return desk.Get<RecordChecks>().RunAsync(actor, stage.CaseRef,
        [
            .. stage.Sent.Select(sent => new ItemCheck(
                sent.Number, sent.Item.RemovedAt <= now ? CheckOutcome.Removed : CheckOutcome.StillUp, now)),
        ]);
    }

    private Task AskForPlanAsync(StoryStep step, Actor actor)
    {
        criteria = [.. step.Criteria.Select(row => new CriterionFacts { Name = row.Name, Question = row.Question })];
        return DraftAndSendAsync(actor, Request(step, NoticeKind.PlanRequest) with { ActBy = Time(step.AnswerBy), Criteria = criteria });
    }

    private async Task ReceiveAsync(StoryStep step, Actor actor) => await desk.Get<ReceivePlan>().RunAsync(
        actor, stage.CaseRef, await File.ReadAllBytesAsync(story.PathOf(step.File)), step.File, desk.Database.Now);

    private Task<long> AssessAsync(StoryStep step, Actor actor) => desk.Get<AssessPlan>().RunAsync(actor, stage.CaseRef, new PlanAssessment(
        Words.Parse<PlanVerdict>(step.Verdict),
        step.Reason,
        [.. step.Criteria.Zip(criteria, (row, asked) => new AssessedCriterion(asked.Name, Words.Parse<CriterionVerdict>(row.Verdict), row.Reason))]));

    private async Task DraftAsync(StoryStep step, Actor actor)
    {
        var drafted = await desk.Get<DraftNotice>().RunAsync(actor, Request(step, Words.Parse<NoticeKind>(step.Kind)) with
        {
            ContractPath = step.Path,
            Effective = Time(step.Effective),
            PreserveUntil = Time(step.PreserveUntil),
            AcknowledgeBy = Time(step.AcknowledgeBy),
        });
        stage.NoticeRef = drafted.Ref;
    }

    private async Task DraftAndSendAsync(Actor actor, DraftNoticeRequest request)
    {
        var drafted = await desk.Get<DraftNotice>().RunAsync(actor, request);
        await desk.Get<SendNotice>().RunAsync(actor, drafted.Ref);
    }

    private DraftNoticeRequest Request(StoryStep step, NoticeKind kind) =>
        new() { CaseRef = stage.CaseRef, Kind = kind, To = step.To, Copies = step.Copies };

    private PromisedTime Time(string local) => PromisedTime.Parse(local, story.Zone);
}
