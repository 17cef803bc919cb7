using AbuseDesk.Database;
using AbuseDesk.Staff;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace AbuseDesk.Web.Pages.Users;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(CurrentActor current, ListStaff list, AddStaff add, KnownZones zones, DeskZone desk) : AdminPage(current)
{
    public IReadOnlyList<StaffMember> Staff { get; private set; } = [];

    public IReadOnlyList<string> Zones { get; private set; } = [];

    /// <summary>What was typed.</summary>
    [BindProperty]
    public PersonInput Form { get; set; } = new();

    /// <summary>Null unless a person was just added.</summary>
    public IssuedPassword? Issued { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    // no redirect: the password must be shown by this answer, and by no other
    public async Task<IActionResult> OnPostAsync(List<string> roles)
    {
        Form.Roles = roles;
        try
        {
            var person = Form.ToPerson(Passwords.Generate());
            var added = await add.RunAsync(Actor, person, HttpContext.RequestAborted);
            Issued = new IssuedPassword(added.Name, added.Login, person.Password!);
            ModelState.Clear();
            Form = new PersonInput();
            return await ShowAsync();
        }
        catch (DeskException wrong)
        {
            return await FailAsync("add", wrong);
        }
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Form.Zone ??= desk.Id;
        Staff = await list.RunAsync(HttpContext.RequestAborted);
        Zones = await zones.ListAsync();
        return Page();
    }
}

/// <summary>A new person as the form sends them.</summary>
public sealed class PersonInput
{
    public string? Login { get; set; }

    public string? Name { get; set; }

    public string? Title { get; set; }

    public string? Email { get; set; }

    public string? Zone { get; set; }

    public List<string> Roles { get; set; } = [];

    public NewStaffMember ToPerson(string password) => new()
    {
        Login = Login ?? "",
        Name = Name ?? "",
        Title = Title ?? "",
        Email = Email ?? "",
        Zone = Zone ?? "",
        Roles = [.. Roles.Select(Words.Parse<Role>)],
        Password = password,
    };
}
