using AbuseDesk.Cases;
using AbuseDesk.Reports;
using AbuseDesk.Terms;
using AbuseDesk.Web.Pages.Cases;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AbuseDesk.Web.Pages.Items;

public sealed class ItemModel(CurrentActor current, CaseRecord record, ItemRecord items, CaseEvidence evidence, ShownEvidence shown) : DeskPage(current)
{
    [FromRoute]
    public string Ref { get; set; } = "";

    [FromRoute]
    public int Number { get; set; }

    public CaseDetails Details { get; private set; } = null!;

    public ItemRow Item { get; private set; } = null!;

    public IReadOnlyList<ItemViolation> Violations { get; private set; } = [];

    /// <summary>The clauses that can be upheld; none where nobody may.</summary>
    public IReadOnlyList<Clause> Clauses { get; private set; } = [];

    /// <summary>A form as it was sent.</summary>
    [BindProperty]
    public string? Clause { get; set; }

    [BindProperty]
    public string? Severity { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public bool MayJudge => Details.Status == "open" && MayWork;

    public IReadOnlyList<EvidenceOfCase> Captures { get; private set; } = [];

    /// <summary>What notices show instead of the originals now.</summary>
    public IReadOnlyList<Redaction> Redactions { get; private set; } = [];

    /// <summary>What a picture of the item is to the notices, as one sentence; null where they print it as it is.</summary>
    public string? PrintedAs(EvidenceOfCase capture) =>
        Redactions.Any(redaction => redaction.OriginalSha256 == capture.Sha256) ? "Notices print it redacted."
        : Redactions.Any(redaction => redaction.Sha256 == capture.Sha256) ? "Printed in place of the original."
        : null;

    public Instant? ShownUntil { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    [AuditorsToo]
    public Task<IActionResult> OnPostShowAsync() => ActAsync("evidence", async () =>
    {
        await shown.ShowAsync(HttpContext, Actor, Ref);
        return $"/cases/{Ref}/items/{Number}#evidence";
    });

    public Task<IActionResult> OnPostReverseAsync([FromServices] ReverseViolation reverse) => ActAsync("reverse", async () =>
    {
        if (string.IsNullOrEmpty(Clause)) throw new DeskException("No violation is chosen; choose the one to reverse.");
        await reverse.RunAsync(Actor, Ref, Number, Reason ?? "", Clause);
        return Address;
    }, "The violation is reversed; it stays on record with the reason.");

    public Task<IActionResult> OnPostUpholdAsync([FromServices] UpholdViolation uphold) => ActAsync("uphold", async () =>
    {
        if (string.IsNullOrEmpty(Clause)) throw new DeskException("No clause is chosen; choose the one that the content breaks.");
        if (await uphold.RunAsync(Actor, Ref, Number, Clause, Words.Parse<Severity>(Severity)) == Upheld.Unchanged)
            throw new DeskException("That clause is upheld already with this severity or a higher one; choose a higher one, or another clause.");
        return Address;
    }, "The violation is upheld.");

    public Task<IActionResult> OnPostReleaseAsync(string report, bool released, [FromServices] ReleaseReporter release) => ActAsync(report, async () =>
    {
        await release.RunAsync(Actor, report, Reason, released);
        return $"/cases/{Ref}/items/{Number}#reports";
    }, released ? "Notices may name the reporter; the journal says why." : "Notices must not name the reporter any more.");

    private string Address => $"/cases/{Ref}/items/{Number}#violations";

    protected override async Task<IActionResult> ShowAsync()
    {
        if (await record.FindAsync(Ref) is not { } details || await items.Rows.FindAsync(details.Id, Number) is not { } item) return NotFound();
        (Details, Item) = (details, item);
        Violations = await items.Violations.ListAsync(item.Id);
        Clauses = MayJudge ? await items.Violations.ClausesAsync(item.FirstSeenAt) : [];
        var standing = (await items.Redactions.ListAsync(item.Id)).Where(redaction => redaction.UndoneAt is null).ToList();
        Redactions = [.. standing.DistinctBy(redaction => redaction.OriginalSha256)];
        Captures = await evidence.ListAsync(details.Id, Number);
        ShownUntil = shown.Until(HttpContext, Actor, Ref);
        return Page();
    }
}

/// <summary>What is on record about an item.</summary>
public sealed record ItemRecord(CaseItems Rows, ItemViolations Violations, ItemRedactions Redactions);
