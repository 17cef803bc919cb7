using AbuseDesk.Notices.Workshop;
using AbuseDesk.Web.SignIn;
using AbuseDesk.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace AbuseDesk.Web.Pages.Templates;

public sealed class IndexModel(CurrentActor current, TemplateRecords records, Colleagues colleagues) : TemplatePage(current)
{
    public IReadOnlyList<ListedTemplate> Templates { get; private set; } = [];

    public Task<string> NameAsync(string login) => colleagues.NameOfAsync(login);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        Templates = await records.ListAsync();
        return Page();
    }
}
