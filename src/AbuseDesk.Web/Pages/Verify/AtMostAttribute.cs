using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AbuseDesk.Web.Pages.Verify;

/// <summary>Refuses a request that is larger before its form is read: the check of the form's token would read all of it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AtMostAttribute(long bytes) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    public long Bytes => bytes;

    public int Order => int.MinValue;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > bytes)
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        // one that does not say how large it is gets cut off
        else if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = bytes;
    }
}
