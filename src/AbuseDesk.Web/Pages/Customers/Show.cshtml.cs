using AbuseDesk.Escalation;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AbuseDesk.Web.Pages.Customers;

public sealed class ShowModel(ShowStanding show) : PageModel
{
    public CustomerStanding Standing { get; private set; } = null!;

    public async Task OnGetAsync(string account) => Standing = await show.RunAsync(account, HttpContext.RequestAborted);
}
