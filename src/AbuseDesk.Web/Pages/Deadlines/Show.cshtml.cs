using AbuseDesk.Deadlines;
using AbuseDesk.Deadlines.Changing;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace AbuseDesk.Web.Pages.Deadlines;

public sealed class ShowModel(CurrentActor current, FindDeadline find, DeadlineActs acts, MeetDeadline meet, CorrectAnchor correct) : DeskPage(current)
{
    [FromRoute]
    public string Ref { get; set; } = "";

    public DeadlineDetails Deadline { get; private set; } = null!;

    /// <summary>What was typed as the later time.</summary>
    [BindProperty]
    public PromisedInput Until { get; set; } = new();

    /// <summary>What was typed as the time of the event.</summary>
    [BindProperty]
    public PromisedInput Happened { get; set; } = new();

    /// <summary>A reason, a note or a comment that was typed.</summary>
    [BindProperty]
    public string? Words { get; set; }

    public bool MayAct => Deadline.IsRunning && (MayWork || Actor.Is(Role.Legal));

    public bool MayWaive => MayAct && !Deadline.Happens && Holds(Deadline.Changes?.Waive ?? [Role.Lead, Role.Legal]);

    public bool MayExtend => MayAct && Deadline is { Status: "open", Happens: false, Asked: null, Changes.Extend.Count: > 0 };

    public bool MayDecide => Deadline.Asked is { } asked && asked.AskedBy != Actor.Login && Holds(Deadline.Changes?.Extend ?? []);

    /// <summary>The reasons for which the actor may pause it.</summary>
    public IReadOnlyList<string> Reasons => Deadline.Changes is { } changes ? [.. changes.Pauses.Where(pause => Holds(pause.Value)).Select(pause => pause.Key)] : [];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostDoneAsync() => DoAsync("done", () => meet.RunAsync(Actor, Ref, Words), $"{Ref} is met, and its reminders have ended.");

    public Task<IActionResult> OnPostPauseAsync(string? reason) =>
        DoAsync("pause", () => acts.Pause.RunAsync(Actor, Ref, reason ?? "", Words), $"{Ref} is paused; nobody is reminded of it.");

    public Task<IActionResult> OnPostResumeAsync() => DoAsync("pause", () => acts.Resume.RunAsync(Actor, Ref, Words), $"{Ref} goes on; those whom it reminds are told when it is due.");

    public Task<IActionResult> OnPostExtendAsync() =>
        DoAsync("extend", () => acts.Ask.RunAsync(Actor, Ref, Until.Read(), Words ?? ""), "The extension is asked for; it holds once another person approves it.");

    public Task<IActionResult> OnPostApproveAsync() => DoAsync("decide", () => acts.Decide.RunAsync(Actor, Ref, approve: true, Words), "The extension is approved, and those concerned are told.");

    public Task<IActionResult> OnPostRefuseAsync() => DoAsync("decide", () => acts.Decide.RunAsync(Actor, Ref, approve: false, Words), "The extension is refused.");

    public Task<IActionResult> OnPostWaiveAsync() => DoAsync("waive", () => acts.Waive.RunAsync(Actor, Ref, Words ?? ""), $"{Ref} is waived.");

    public Task<IActionResult> OnPostCorrectAsync() =>
        DoAsync("correct", () => correct.RunAsync(Actor, Ref, Happened.Read().Instant, Words ?? ""), $"{Ref} is computed again.");

    protected override async Task<IActionResult> ShowAsync()
    {
        if (await find.RunAsync(Ref) is not { } deadline) return NotFound();
        Deadline = deadline;
        if (Until.IsEmpty) Until = PromisedInput.Of(deadline.DueAt, deadline.DueZone);
        if (Happened.IsEmpty && deadline.AnchorAt is { } at) Happened = PromisedInput.Of(at, deadline.DueZone);
        return Page();
    }

    private Task<IActionResult> DoAsync(string form, Func<Task> act, string done) => ActAsync(form, async () =>
    {
        await act();
        return $"/deadlines/{Uri.EscapeDataString(Ref)}";
    }, done);

    private bool Holds(IReadOnlyList<Role> roles) => roles.Any(Actor.Is);
}
