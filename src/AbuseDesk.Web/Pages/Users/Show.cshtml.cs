using AbuseDesk.Staff;
using AbuseDesk.Staff.SecondFactor;
using AbuseDesk.Web.Pages.Me;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace AbuseDesk.Web.Pages.Users;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ShowModel(CurrentActor current, FindStaff find, StaffActs acts) : AdminPage(current)
{
    [FromRoute]
    public string Login { get; set; } = "";

    public StaffMember Person { get; private set; } = null!;

    /// <summary>As it is on record, or as it was typed.</summary>
    public StaffChanges Details { get; private set; } = new();

    public IReadOnlyCollection<string> Roles { get; private set; } = [];

    /// <summary>Null unless a password was just made.</summary>
    public IssuedPassword? Issued { get; private set; }

    /// <summary>Null where they have none.</summary>
    public AddedFactor? Factor { get; private set; }

    public bool IsMe => Person.Login == Actor.Login;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostDetailsAsync(StaffChanges details, long version)
    {
        Details = details;
        return ActAsync("details", async () =>
        {
            await acts.Details.RunAsync(Actor, Login, details, version, HttpContext.RequestAborted);
            return $"/users/{Login}";
        }, "What is on record is changed.");
    }

    public Task<IActionResult> OnPostRolesAsync(List<string> roles, long version)
    {
        Roles = roles;
        return ActAsync("roles", async () =>
        {
            await acts.Roles.RunAsync(Actor, Login, Read(roles), version, HttpContext.RequestAborted);
            // who has just put down the role admin may not look at this page any more
            return Login == Actor.Login && !roles.Contains(Words.Of(Role.Admin)) ? "/me" : $"/users/{Login}";
        }, "The roles are changed; they hold from the next request on.");
    }

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        try
        {
            if (Login == Actor.Login)
                throw new DeskException("Change your own password on your own page, where the old one is asked for.");
            var password = await acts.Password.RunAsync(Actor, Login, cancel: HttpContext.RequestAborted);
            var shown = await ShowAsync();
            Issued = new IssuedPassword(Person.Name, Person.Login, password);
            return shown;
        }
        catch (DeskException wrong)
        {
            return await FailAsync("password", wrong);
        }
    }

    public Task<IActionResult> OnPostFactorAsync() => ActAsync("factor", async () =>
    {
        await acts.TakeFactor.RunAsync(Actor, Login, HttpContext.RequestAborted);
        return $"/users/{Login}";
    }, "The second factor is taken away, and their sessions have ended; they can add another.");

    public Task<IActionResult> OnPostDisableAsync() => ActAsync("disable", async () =>
    {
        Done = Said(await acts.Disable.RunAsync(Actor, Login, HttpContext.RequestAborted));
        return $"/users/{Login}";
    });

    public Task<IActionResult> OnPostEnableAsync() => ActAsync("disable", async () =>
    {
        await acts.Enable.RunAsync(Actor, Login, HttpContext.RequestAborted);
        return $"/users/{Login}";
    }, "The person may sign in and act again.");

    protected override async Task<IActionResult> ShowAsync()
    {
        if (await find.RunAsync(Login, HttpContext.RequestAborted) is not { } person) return NotFound();
        Person = person;
        Factor = await acts.Factor.RunAsync(Login, HttpContext.RequestAborted);
        if (Details == new StaffChanges()) Details = new StaffChanges { Name = person.Name, Title = person.Title, Email = person.Email, Zone = person.Zone };
        if (Roles.Count == 0) Roles = person.Roles.Split(' ');
        return Page();
    }

    private static string Said(DisabledStaff disabled)
    {
        var cases = disabled.Cases.Count == 0 ? "" : $" Open cases that stay theirs until somebody assigns them: {string.Join(", ", disabled.Cases)}.";
        var reviews = disabled.Reviews.Count == 0 ? "" : $" Notices that only they can approve: {string.Join(", ", disabled.Reviews)}.";
        return $"{disabled.Member.Name} is disabled; their session has ended.{cases}{reviews}";
    }
}

/// <summary>What an admin can do about a person.</summary>
public sealed record StaffActs(ChangeStaff Details, ChangeRoles Roles, ResetPassword Password, DisableStaff Disable, EnableStaff Enable, FactorActs FactorActs)
{
    public FindSecondFactor Factor => FactorActs.Find;

    public TakeSecondFactor TakeFactor => FactorActs.Take;
}
