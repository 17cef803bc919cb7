using AbuseDesk.Cases;
using AbuseDesk.Web.SignIn;
using AbuseDesk.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace AbuseDesk.Web.Pages.Cases;

public sealed class AssignModel(CurrentActor current, CaseRecord record, AssignCase assign, Colleagues colleagues) : CasePage(current, record)
{
    public IReadOnlyList<Colleague> People { get; private set; } = [];

    public Task<IActionResult> OnPostAsync(string? login, long version) => ActAsync("assign", async () =>
    {
        await assign.RunAsync(Actor, Ref, string.IsNullOrEmpty(login) ? null : login, version);
        return CaseAddress;
    }, "The case is assigned.");

    protected override async Task ReadAsync() => People = await colleagues.WhoWorkOnCasesAsync();
}
