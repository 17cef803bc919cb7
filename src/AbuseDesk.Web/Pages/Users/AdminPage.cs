using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AbuseDesk.Web.Pages.Users;

/// <summary>A page on which admins act and auditors read; everybody else is told that it needs the role.</summary>
public abstract class AdminPage(CurrentActor current) : DeskPage(current)
{
    /// <summary>What the roles mean, in the order in which forms offer them.</summary>
    public static readonly IReadOnlyList<(Role Role, string Meaning)> RoleMeanings =
    [
        (Role.Agent, "files, forwards, checks, drafts, sends"),
        (Role.Lead, "an agent who also assigns work and hears of what is overdue"),
        (Role.Legal, "approves or returns notices"),
        (Role.Admin, "keeps customers, terms, staff and settings"),
        (Role.Auditor, "reads all, changes nothing; stands alone"),
    ];

    public bool MayChange => Actor.Is(Role.Admin);

    // without the attribute it would itself be a handler, of requests with the method PAGE
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!(Actor.Is(Role.Auditor) && HttpMethods.IsGet(context.HttpContext.Request.Method)))
            Actor.Demand("look after the staff", Role.Admin);
    }

    protected static IReadOnlyCollection<Role> Read(IEnumerable<string> roles) => [.. roles.Select(Words.Parse<Role>)];
}

/// <summary>A password that was made for somebody: it is kept nowhere in clear, and this page is the only one that shows it.</summary>
public sealed record IssuedPassword(string Name, string Login, string Password);
