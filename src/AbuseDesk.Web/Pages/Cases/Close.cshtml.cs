using AbuseDesk.Cases;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace AbuseDesk.Web.Pages.Cases;

public sealed class CloseModel(CurrentActor current, CaseRecord record, CloseCase close, ReopenCase reopen) : CasePage(current, record)
{
    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnPostAsync(long version) => ActAsync("close", async () =>
    {
        await close.RunAsync(Actor, Ref, Reason, version);
        return CaseAddress;
    }, "The case is closed.");

    public Task<IActionResult> OnPostReopenAsync() => ActAsync("close", async () =>
    {
        await reopen.RunAsync(Actor, Ref, Reason ?? "");
        return CaseAddress;
    }, "The case is open again.");
}
