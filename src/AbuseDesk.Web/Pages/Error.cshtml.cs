using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AbuseDesk.Web.Pages;

/// <summary>Every failure ends here, with a sentence and no trace of the program's insides.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
// said in full, as the form in the page's head warns of anything less
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[AuditorsToo]
public sealed class ErrorModel : PageModel
{
    public string Head { get; private set; } = "";

    public string Sentence { get; private set; } = "";

    public void OnGet() => Say();

    public void OnPost() => Say();

    private void Say()
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is DeskException wrong)
        {
            Head = wrong.Refused ? "You may not do that" : "That cannot be done";
            Sentence = wrong.Message;
            return;
        }

        (Head, Sentence) = Response.StatusCode switch
        {
            404 => ("There is no such page", "The address may be mistyped, or what it named is gone; look for it in the queue."),
            400 => ("The form was not accepted", "It may have been open for too long, or come from another window; open the page again and repeat what you wanted to do."),
            405 => ("That cannot be done here", "The page does not take this kind of request; start again from the queue."),
            413 => ("That is too large", "The files together are larger than the desk takes; send fewer at a time."),
            429 => ("That was asked too often", "Wait for a minute and ask again."),
            >= 500 => ("Something went wrong on our side", "Nothing was changed. Try again; if it goes on, tell the admin of the desk the time at which it happened."),
            _ => ("There is nothing to show", "Start again from the queue."),
        };
    }
}
