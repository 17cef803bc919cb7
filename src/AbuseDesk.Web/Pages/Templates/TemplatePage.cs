using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AbuseDesk.Web.Pages.Templates;

/// <summary>A page of the workshop: legal writes, admins and auditors read, everybody else is told so.</summary>
public abstract class TemplatePage(CurrentActor current) : DeskPage(current)
{
    public bool MayWrite => Actor.Is(Role.Legal);

    // without the attribute it would itself be a handler, of requests with the method PAGE
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Workshop.DemandReader(Actor);
}
