using AbuseDesk.Web.Errors;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AbuseDesk.Web.Pages;

/// <summary>What went wrong, and beside which form it is said.</summary>
public sealed record Problem(string Form, string Sentence);

/// <summary>A page with forms. An act that fails shows the page again, with what was typed and the sentence beside the form.</summary>
public abstract class DeskPage(CurrentActor current) : PageModel
{
    public Actor Actor => current.Get();

    public CurrentActor Current => current;

    /// <summary>Whether forms are offered at all; the use cases decide what is allowed.</summary>
    public bool MayWork => Actor.Is(Role.Agent) || Actor.Is(Role.Lead);

    public Problem? Problem { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public string? ProblemAt(string form) => Problem?.Form == form ? Problem.Sentence : null;

    /// <param name="form">The form that was sent.</param>
    /// <param name="act">Does the act and returns where to go, as a local address.</param>
    /// <param name="done">What the next page says, as one sentence; null leaves what the act itself has set.</param>
    protected async Task<IActionResult> ActAsync(string form, Func<Task<string>> act, string? done = null)
    {
        try
        {
            var target = await act();
            Done = done ?? Done;
            return LocalRedirect(target);
        }
        catch (DeskException wrong)
        {
            return await FailAsync(form, wrong);
        }
    }

    /// <summary>Shows the page again, with the sentence beside the form.</summary>
    protected Task<IActionResult> FailAsync(string form, DeskException wrong)
    {
        Problem = new Problem(form, wrong.Message);
        Response.StatusCode = DeskErrors.StatusOf(wrong);
        return ShowAsync();
    }

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task<IActionResult> ShowAsync();
}
