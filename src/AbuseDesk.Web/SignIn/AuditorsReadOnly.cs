using Microsoft.AspNetCore.Mvc.Filters;

namespace AbuseDesk.Web.SignIn;

/// <summary>A form that an auditor may send as well: it is about their own sign-in, or changes nothing but what they are shown.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class AuditorsTooAttribute : Attribute;

/// <summary>
/// An auditor reads all and changes nothing. The use cases refuse them too; here they are told before a form is looked at, also by a
/// form that is added one day without thinking of them.
/// </summary>
internal sealed class AuditorsReadOnly(CurrentActor current) : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method)) return;
        if (current.FindAccount()?.ToActor() is not { } actor || !actor.Is(Role.Auditor)) return;
        if (context.HandlerMethod?.MethodInfo.IsDefined(typeof(AuditorsTooAttribute), inherit: true) == true
            || context.HandlerInstance.GetType().IsDefined(typeof(AuditorsTooAttribute), inherit: true)) return;
        throw new DeskException($"{actor.Name} may not change anything: an auditor reads all and changes nothing.") { Refused = true };
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
