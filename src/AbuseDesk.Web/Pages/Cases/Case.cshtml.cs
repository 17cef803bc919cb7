using AbuseDesk.Cases;
using AbuseDesk.Customers;
using AbuseDesk.Escalation;
using AbuseDesk.Suspensions;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AbuseDesk.Web.Pages.Cases;

public sealed class CaseModel(CurrentActor current, CaseRecord record, ReadSurroundings surroundings, AbuseDesk.Cases.Plans plans, ShownEvidence shown)
    : DeskPage(current)
{
    [FromRoute]
    public string Ref { get; set; } = "";

    /// <summary>Which items: null for all, "still-up", "removed", "unreachable", "unchecked", "critical".</summary>
    [FromQuery(Name = "items")]
    public string? Items { get; set; }

    /// <summary>The last item of the page before.</summary>
    [FromQuery(Name = "below")]
    public int? Below { get; set; }

    /// <summary>The last journal entry of the page before.</summary>
    [FromQuery(Name = "before")]
    public long? Before { get; set; }

    /// <summary>The last item whose screenshot was shown.</summary>
    [FromQuery(Name = "shots")]
    public int? Shots { get; set; }

    public CaseDetails Details { get; private set; } = null!;

    public CaseSurroundings Around { get; private set; } = null!;

    public PlanRow? Plan { get; private set; }

    public Instant? ShownUntil { get; private set; }

    public CaseState State => CaseState.Of(Details, Around, Plan);

    public bool IsOpen => Details.Status == "open";

    /// <summary>A suspension is lifted by those who answer for it, also where the case is closed.</summary>
    public bool MayLift => Actor.Is(Role.Legal) || Actor.Is(Role.Lead);

    /// <summary>Why a measure ends, as typed.</summary>
    public string? Reason { get; private set; }

    public bool MayConfirm => MayWork || Actor.Is(Role.Legal) || Actor.Is(Role.Admin);

    /// <summary>The contact that somebody just tried to confirm, and why, as typed.</summary>
    public string? ConfirmedEmail { get; private set; }

    public string? How { get; private set; }

    public bool MayAct => IsOpen && MayWork;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    [AuditorsToo]
    public Task<IActionResult> OnPostShowAsync() => ActAsync("evidence", async () =>
    {
        await shown.ShowAsync(HttpContext, Actor, Ref);
        return $"/cases/{Ref}#evidence";
    });

    /// <summary>The facts go into the journal with the decision; the draft itself is the next page's.</summary>
    public Task<IActionResult> OnPostTakeUpAsync(string? step, [FromServices] TakeUpProposal takeUp) => ActAsync("proposal", async () =>
    {
        var proposal = await takeUp.RunAsync(Actor, Ref, Words.Parse<EscalationStep>(step));
        var path = proposal.Path is { } chosen ? $"&path={Words.Of(chosen)}" : "";
        return $"/notices/draft?case={Ref}&kind={step}{path}";
    });

    public Task<IActionResult> OnPostCallOffAsync(string? notice, string? reason, [FromServices] CallOffTermination callOff)
    {
        Reason = reason;
        return ActAsync("call-off", async () =>
        {
            await callOff.RunAsync(Actor, notice ?? "", reason ?? "");
            return $"/cases/{Ref}#termination";
        }, "The termination is called off.");
    }

    public Task<IActionResult> OnPostLiftAsync(string? suspension, string? status, string? reason, [FromServices] LiftSuspension lift)
    {
        Reason = reason;
        return ActAsync("lift", async () =>
        {
            await lift.RunAsync(Actor, suspension ?? "", reason ?? "", Words.Parse<SuspensionStatus>(status));
            return $"/cases/{Ref}#suspension";
        }, $"The suspension is {(status == "scheduled" ? "called off" : "lifted")}.");
    }

    public Task<IActionResult> OnPostConfirmAsync(string? email, string? how, [FromServices] ConfirmContact confirm)
    {
        (ConfirmedEmail, How) = (email, how);
        return ActAsync("confirm", async () =>
        {
            await confirm.RunAsync(Actor, (await record.GetAsync(Ref)).CustomerAccount, email ?? "", how ?? "");
            return $"/cases/{Ref}";
        }, "The contact is confirmed; notices go to it again.");
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        if (await record.FindAsync(Ref) is not { } details) return NotFound();
        if (details.Ref != Ref) return RedirectPermanent($"/cases/{details.Ref}");
        Details = details;
        Around = await surroundings.RunAsync(details.Id, details.Ref);
        Plan = await plans.ListAsync(details.Id) is [var latest, ..] ? latest : null;
        ShownUntil = shown.Until(HttpContext, Actor, Ref);
        return Page();
    }
}
