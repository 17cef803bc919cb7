using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Journal;

namespace AbuseDesk.Cases;

/// <summary>The verdict on one question that the plan was asked to answer.</summary>
public sealed record AssessedCriterion(string Name, CriterionVerdict Verdict, string Reason);

/// <summary>An assessment as somebody writes it. Reasons must not be empty.</summary>
public sealed record PlanAssessment(PlanVerdict Verdict, string Reason, IReadOnlyList<AssessedCriterion> Criteria);

/// <summary>
/// Decides on the latest plan of a case, criterion by criterion; the assessment is evidence too. A further assessment of the same
/// plan is kept beside the first, and the latest counts.
/// </summary>
public sealed class AssessPlan(DeskDatabase database, EvidenceIntake intake, PlanCriteria criteria, DeskZone zone)
{
    /// <param name="actor">Agent or lead.</param>
    /// <param name="caseRef">Its case.</param>
    /// <param name="given">A verdict on each of the <see cref="PlanCriteria"/>, with its reason.</param>
    /// <returns>The id of the assessment.</returns>
    /// <exception cref="DeskException">No such open case, no plan, a verdict without a reason, or a criterion missing, unknown or there twice.</exception>
    public async Task<long> RunAsync(Actor actor, string caseRef, PlanAssessment given)
    {
        actor.Demand("assess a plan", Role.Agent, Role.Lead);
        var (plan, asked) = await database.SnapshotAsync(async tx =>
        {
            var latest = await LatestAsync(tx, caseRef);
            return (latest, await criteria.OfAsync(tx, latest.CaseId, latest.ReceivedAt));
        });
        var assessment = AssessmentCheck.Of(given, asked);
        var text = AssessmentText.Of(caseRef.Trim().ToUpperInvariant(), plan, assessment, actor, zone.Say(database.Now));
        var taken = await intake.TakeAsync(text, new CaptureFacts
        {
            Purpose = EvidencePurpose.Document,
            FileName = "assessment.md",
            CapturedAt = database.Now,
            CapturedBy = actor.Login,
            Method = "written by AbuseDesk",
        });
        return await database.WriteAsync(async tx =>
        {
            var head = await CaseHead.TakeOpenAsync(tx, caseRef);
            if ((await LatestAsync(tx, caseRef)).Id != plan.Id)
                throw new DeskException("Another plan came in meanwhile; read it before you assess.");
            await taken.AddCaptureAsync(tx, actor);
            var before = await BeforeAsync(tx, plan);
            var id = await InsertAsync(tx, actor, head, plan, assessment, taken.Sha256);
            await CaseTurn.SetAsync(tx, head.Id, Turn.Ours, "decide the next step");
            await JournalWriter.AppendAsync(
                tx, head.Ref, actor, "plan-assessed", $"assessed the plan{(before is null ? "" : " again")} as {Words.Of(assessment.Verdict)}{(before is null ? "" : $", where it had been {before}")}: {assessment.Reason.Trim()}",
                new
                {
                    plan = plan.Id,
                    before,
                    verdict = Words.Of(assessment.Verdict),
                    criteria = assessment.Criteria.Select(criterion => new { criterion.Name, verdict = Words.Of(criterion.Verdict) }),
                    document = taken.Sha256,
                });
            return id;
        });
    }

    private static async Task<AssessedPlan> LatestAsync(DeskTransaction tx, string caseRef) => await tx.FindAsync<AssessedPlan>(
        """
        select p.id, p.case_id, p.received_at, t.sha256 from plans p join cases k on k.id = p.case_id join captures t on t.id = p.capture_id
        where k.ref = @caseRef order by p.received_at desc, p.id desc limit 1
        """,
        new { caseRef = caseRef.Trim().ToUpperInvariant() })
        ?? throw new DeskException($"{Shown.Briefly(caseRef)} has no plan to assess; record the customer’s plan first.");

    /// <summary>The verdict that counted so far; null where this is the first.</summary>
    private static Task<string?> BeforeAsync(DeskTransaction tx, AssessedPlan plan) => tx.FindAsync<string>(
        "select verdict from assessments where plan_id = @Id order by assessed_at desc, id desc limit 1", plan);

    private static async Task<long> InsertAsync(
        DeskTransaction tx, Actor actor, CaseHead head, AssessedPlan plan, PlanAssessment assessment, string document)
    {
        var id = await tx.GetAsync<long>(
            """
            insert into assessments (plan_id, case_id, verdict, reason, assessed_at, assessed_by, document_sha256)
            values (@plan, @Id, @verdict, @reason, @Now, @Login, @document) returning id
            """,
            new { plan = plan.Id, head.Id, verdict = Words.Of(assessment.Verdict), reason = assessment.Reason.Trim(), tx.Now, actor.Login, document });
        await tx.ExecuteAsync(
            "insert into assessment_criteria (assessment_id, ordinal, criterion, verdict, reason) values (@id, @ordinal, @name, @verdict, @reason)",
            assessment.Criteria.Select((criterion, index) => new
            {
                id,
                ordinal = index + 1,
                name = criterion.Name.Trim(),
                verdict = Words.Of(criterion.Verdict),
                reason = criterion.Reason.Trim(),
            }));
        return id;
    }
}
