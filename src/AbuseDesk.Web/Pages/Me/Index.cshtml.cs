using AbuseDesk.Staff;
using AbuseDesk.Staff.Absences;
using AbuseDesk.Staff.Sessions;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace AbuseDesk.Web.Pages.Me;

[AuditorsToo]
public sealed class IndexModel(
    CurrentActor current, FindStaff find, ChangePassword change, SessionActs sessions, AwayActs away) : DeskPage(current)
{
    public StaffMember Member { get; private set; } = null!;

    /// <summary>When I am away or am going to be.</summary>
    public IReadOnlyList<Absence> Away { get; private set; } = [];

    /// <summary>For whom I stand in, or am going to.</summary>
    public IReadOnlyList<Absence> StandingIn { get; private set; } = [];

    /// <summary>Who could stand in for me.</summary>
    public IReadOnlyList<StaffMember> Substitutes { get; private set; } = [];

    /// <summary>Where I am signed in; the one that is used last comes first.</summary>
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public long ThisSession => Current.FindAccount()!.SessionId;

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    [BindProperty]
    public string? Substitute { get; set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync(string? old, string? wanted, string? again) => ActAsync("password", async () =>
    {
        if (wanted != again)
            throw new DeskException("The new password was not typed the same twice; type it again in both fields.");
        await change.RunAsync(Actor, old ?? "", wanted ?? "", HttpContext.RequestAborted);
        // every sign-in made so far has ended, also this one: whoever knew the old password and the new one goes on here
        await sessions.GoOnAsync(HttpContext, Actor);
        return "/me";
    }, "Your password is changed. Wherever else you were signed in, you are signed out.");

    public Task<IActionResult> OnPostEndAsync(long session) => ActAsync("sessions", async () =>
    {
        await sessions.End.RunAsync(Actor, session, HttpContext.RequestAborted);
        return session == ThisSession ? "/sign-in" : "/me#sessions";
    }, "That browser is signed out.");

    public Task<IActionResult> OnPostEverywhereAsync() => ActAsync("sessions", async () =>
    {
        await sessions.EndAll.RunAsync(Actor, Actor.Login, HttpContext.RequestAborted);
        return "/sign-in";
    });

    public Task<IActionResult> OnPostAwayAsync() => ActAsync("away", async () =>
    {
        await away.Set.RunAsync(Actor, Actor.Login, AwayDays.Read(From), AwayDays.Read(Until), Substitute ?? "", HttpContext.RequestAborted);
        return "/me#away";
    }, "Your days away are on record; reviews and reminders go to your substitute then.");

    public Task<IActionResult> OnPostBackAsync() => ActAsync("away", async () =>
    {
        await away.End.RunAsync(Actor, Actor.Login, HttpContext.RequestAborted);
        return "/me#away";
    }, "Nobody stands in for you any more.");

    protected override async Task<IActionResult> ShowAsync()
    {
        Member = await find.RunAsync(Actor.Login, HttpContext.RequestAborted) ?? throw new DeskException("Nobody is signed in; sign in and try again.");
        Sessions = await sessions.List.RunAsync(Actor.Login, HttpContext.RequestAborted);
        var ahead = await away.List.RunAsync(HttpContext.RequestAborted);
        Away = [.. ahead.Where(absence => absence.Login == Actor.Login)];
        StandingIn = [.. ahead.Where(absence => absence.Substitute == Actor.Login)];
        var mine = SetAway.WorkingRoles(Member);
        Substitutes = mine.Count == 0 ? [] : [.. (await away.Staff.RunAsync(HttpContext.RequestAborted)).Where(one => !one.Disabled && one.Login != Actor.Login && mine.All(one.RoleSet.Contains))];
        return Page();
    }
}

/// <summary>What people say about their days away.</summary>
public sealed record AwayActs(SetAway Set, EndAway End, ListAway List, ListStaff Staff);
