using AbuseDesk.Cases;
using AbuseDesk.Web.Pages.Cases;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AbuseDesk.Web.Pages.Items;

public sealed class ItemModel(CurrentActor current, CaseRecord record, CaseItems items, CaseEvidence evidence, ShownEvidence shown) : DeskPage(current)
{
    [FromRoute]
    public string Ref { get; set; } = "";

    [FromRoute]
    public int Number { get; set; }

    public CaseDetails Details { get; private set; } = null!;

    public ItemRow Item { get; private set; } = null!;

    public IReadOnlyList<EvidenceOfCase> Captures { get; private set; } = [];

    public Instant? ShownUntil { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostShowAsync() => ActAsync("evidence", async () =>
    {
        await shown.ShowAsync(HttpContext, Actor, Ref);
        return $"/cases/{Ref}/items/{Number}#evidence";
    });

    protected override async Task<IActionResult> ShowAsync()
    {
        if (await record.FindAsync(Ref) is not { } details || await items.FindAsync(details.Id, Number) is not { } item) return NotFound();
        (Details, Item) = (details, item);
        Captures = await evidence.ListAsync(details.Id, Number);
        ShownUntil = shown.Until(HttpContext, Actor, Ref);
        return Page();
    }
}
