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
        var closed = await close.RunAsync(Actor, Ref, Reason, version);
        Done = closed.GoingOn.Count == 0 ? "The case is closed." : $"The case is closed. These deadlines go on: {string.Join("; ", closed.GoingOn)}.";
        return CaseAddress;
    });

    public Task<IActionResult> OnPostReopenAsync() => ActAsync("close", async () =>
    {
        await reopen.RunAsync(Actor, Ref, Reason ?? "");
        return CaseAddress;
    }, "The case is open again.");
}
