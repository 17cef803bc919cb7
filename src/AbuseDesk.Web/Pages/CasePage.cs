using AbuseDesk.Cases;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AbuseDesk.Web.Pages;

/// <summary>A page with one form about one case.</summary>
public abstract class CasePage(CurrentActor current, CaseRecord record) : DeskPage(current)
{
    [FromRoute]
    public string Ref { get; set; } = "";

    public CaseDetails Details { get; private set; } = null!;

    protected string CaseAddress => $"/cases/{Ref}";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        if (await record.FindAsync(Ref) is not { } details) return NotFound();
        Details = details;
        await ReadAsync();
        return Page();
    }

    /// <summary>Reads what the form needs beyond the case.</summary>
    protected virtual Task ReadAsync() => Task.CompletedTask;
}
