using AbuseDesk.Customers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AbuseDesk.Web.Pages.Customers;

public sealed class IndexModel(ListCustomers list) : PageModel
{
    private const int PageRows = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    public IReadOnlyList<CustomerListRow> Rows { get; private set; } = [];

    /// <summary>The address of the rows that follow; null at the end.</summary>
    public string? More { get; private set; }

    public async Task OnGetAsync(string? after)
    {
        var rows = await list.RunAsync(Text, after, PageRows + 1);
        Rows = [.. rows.Take(PageRows)];
        if (rows.Count > PageRows) More = $"/customers?q={Uri.EscapeDataString(Text ?? "")}&after={Uri.EscapeDataString(Rows[^1].Account)}";
    }
}
