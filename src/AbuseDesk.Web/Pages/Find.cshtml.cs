using AbuseDesk.Database;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AbuseDesk.Web.Pages;

/// <summary>A reference leads straight to what it names; anything else narrows the queue.</summary>
public sealed class FindModel(DeskDatabase database) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? q)
    {
        var text = (q ?? "").Trim();
        if (text.Length == 0) return LocalRedirect("/");
        var target = await database.ReadAsync(connection => connection.QueryFirstOrDefaultAsync<string>(
            """
            select '/cases/' || ref from cases where ref = @reference
            union all select '/notices/' || ref from notices where ref = @reference
            union all select '/?customer=' || account from customers where account = @reference
            union all select '/cases/' || k.ref || '/items/' || i.number from reports r
              join report_items l on l.report_id = r.id join items i on i.id = l.item_id join cases k on k.id = i.case_id where r.ref = @reference
            """,
            new { reference = text.ToUpperInvariant() }));
        return LocalRedirect(target ?? $"/?q={Uri.EscapeDataString(text)}");
    }
}
