using AbuseDesk.Cases;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace AbuseDesk.Web.Pages.Plans;

public sealed class AssessModel(CurrentActor current, CaseRecord record, AssessPlan assess, AbuseDesk.Cases.Plans plans, PlanCriteria asked) : CasePage(current, record)
{
    public static readonly IReadOnlyList<(string Word, string Text)> Verdicts = [("met", "Met"), ("partly-met", "Met in part"), ("not-met", "Not met")];

    [BindProperty]
    public List<CriterionInput> Criteria { get; set; } = [];

    [BindProperty]
    public string? Verdict { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public PlanRow? Plan { get; private set; }

    public Task<IActionResult> OnPostAsync() => ActAsync("assess", async () =>
    {
        if (Verdict is null) throw new DeskException("Give a verdict on the plan: adequate or insufficient.");
        await assess.RunAsync(Actor, Ref, new PlanAssessment(
            Words.Parse<PlanVerdict>(Verdict), Reason ?? "", [.. Criteria.Select(criterion => criterion.ToCriterion())]));
        return $"{CaseAddress}#plan";
    }, "The assessment is recorded.");

    protected override async Task ReadAsync()
    {
        Plan = await plans.ListAsync(Details.Id) is [var latest, ..] ? latest : null;
        if (Plan is null) return;
        // what was typed is kept where it still answers what was asked
        var typed = Criteria.GroupBy(criterion => criterion.Name).ToDictionary(group => group.Key, group => group.First());
        Criteria = [.. (await asked.OfAsync(Details.Id, Plan.ReceivedAt)).Select(name => typed.GetValueOrDefault(name) ?? new CriterionInput { Name = name })];
    }
}

/// <summary>One criterion as the form sends it.</summary>
public sealed class CriterionInput
{
    public string Name { get; set; } = "";

    public string? Verdict { get; set; }

    public string? Reason { get; set; }

    public AssessedCriterion ToCriterion() => Verdict is null
        ? throw new DeskException($"Give a verdict on “{Shown.Briefly(Name)}”.")
        : new AssessedCriterion(Name, Words.Parse<CriterionVerdict>(Verdict), Reason ?? "");
}
