using AbuseDesk.Reports.Mailbox;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace AbuseDesk.Web.Pages.Intake;

/// <summary>Mail that belongs to no case yet: somebody puts it on one, or dismisses it.</summary>
public sealed class IndexModel(CurrentActor current, IncomingMails mails, DecideMail decide) : DeskPage(current)
{
    private const int Rows = 50;

    public IReadOnlyList<IncomingMailRow> Mails { get; private set; } = [];

    public bool More { get; private set; }

    /// <summary>The mail that somebody just tried to decide on.</summary>
    public string? Tried { get; private set; }

    /// <summary>As typed.</summary>
    public string? CaseRef { get; private set; }

    /// <summary>As typed.</summary>
    public string? Reason { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAttachAsync(string? mail, string? caseRef)
    {
        (Tried, CaseRef) = (mail, caseRef);
        return ActAsync("attach", async () =>
        {
            await decide.AttachAsync(Actor, mail ?? "", caseRef ?? "");
            return "/intake";
        }, $"{mail} is on its case.");
    }

    public Task<IActionResult> OnPostDismissAsync(string? mail, string? reason)
    {
        (Tried, Reason) = (mail, reason);
        return ActAsync("dismiss", async () =>
        {
            await decide.DismissAsync(Actor, mail ?? "", reason ?? "");
            return "/intake";
        }, $"{mail} is dismissed; it is kept as evidence.");
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        var found = await mails.IntakeAsync(Rows + 1);
        (Mails, More) = ([.. found.Take(Rows)], found.Count > Rows);
        return Page();
    }
}
