using AbuseDesk.Notices;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AbuseDesk.Web.Pages.Review;

public sealed class IndexModel(NoticeRecords records) : PageModel
{
    public IReadOnlyList<NoticeSummary> Notices { get; private set; } = [];

    public async Task OnGetAsync() => Notices = await records.InReviewAsync();
}
