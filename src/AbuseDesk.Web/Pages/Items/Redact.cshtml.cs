using AbuseDesk.Cases;
using AbuseDesk.Evidence;
using AbuseDesk.Web.Pages.Cases;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace AbuseDesk.Web.Pages.Items;

/// <summary>Boxes over a screenshot, and marks in the excerpt.</summary>
public sealed class RedactModel(CurrentActor current, CaseRecord record, ItemRecord items, CaseEvidence evidence, ShownEvidence shown) : DeskPage(current)
{
    [FromRoute]
    public string Ref { get; set; } = "";

    [FromRoute]
    public int Number { get; set; }

    /// <summary>The hash of the original that is drawn on; the first one of the item where none is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Screenshot { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Excerpt { get; set; }

    public CaseDetails Details { get; private set; } = null!;

    public ItemRow Item { get; private set; } = null!;

    /// <summary>The originals that can be redacted, each once.</summary>
    public IReadOnlyList<EvidenceOfCase> Originals { get; private set; } = [];

    public EvidenceOfCase? Original { get; private set; }

    /// <summary>What notices print now instead of that picture; null where they print it as it is.</summary>
    public Redaction? OfPicture { get; private set; }

    public Redaction? OfExcerpt { get; private set; }

    public IReadOnlyList<BoxInput> Boxes { get; private set; } = [];

    /// <summary>The boxes are shown as they will be: black.</summary>
    public bool Previewed { get; private set; }

    public Instant? ShownUntil { get; private set; }

    public bool MayRedact => Details.Status == "open" && (MayWork || Actor.Is(Role.Legal));

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    [AuditorsToo]
    public Task<IActionResult> OnPostShowAsync() => ActAsync("picture", async () =>
    {
        await shown.ShowAsync(HttpContext, Actor, Ref);
        return $"{Address}/redact?screenshot={Uri.EscapeDataString(Screenshot ?? "")}";
    });

    public async Task<IActionResult> OnPostPreviewAsync()
    {
        Previewed = true;
        if (await ShowAsync() is not PageResult page || Original is not { Width: { } width, Height: { } height }) return NotFound();
        try
        {
            RedactionBox.Demand(BoxInput.Read(Boxes), width, height);
            return page;
        }
        catch (DeskException wrong)
        {
            return await FailAsync("picture", wrong);
        }
    }

    public Task<IActionResult> OnPostPictureAsync([FromServices] RedactScreenshot redact) => ActAsync("picture", async () =>
    {
        var redacted = await redact.RunAsync(Actor, Ref, Number, Screenshot ?? "", BoxInput.Read(BoxInput.Sent(Request.Form)), Reason);
        Done = redacted.CoversAll
            ? "The screenshot is redacted; the boxes cover all of it. Notices drafted from now on print it so."
            : "The screenshot is redacted. Notices drafted from now on print it so.";
        return $"{Address}#evidence";
    });

    public Task<IActionResult> OnPostExcerptAsync([FromServices] RedactExcerpt redact) => ActAsync("excerpt", async () =>
    {
        await redact.RunAsync(Actor, Ref, Number, Excerpt, Reason);
        return Address;
    }, "The excerpt is redacted. Notices drafted from now on quote it so.");

    public Task<IActionResult> OnPostUndoPictureAsync([FromServices] UndoRedaction undo) => ActAsync("undo-picture", async () =>
    {
        await undo.RunAsync(Actor, Ref, Number, Screenshot ?? "", Reason);
        return $"{Address}#evidence";
    }, "Notices drafted from now on print the original screenshot.");

    public Task<IActionResult> OnPostUndoExcerptAsync([FromServices] UndoRedaction undo) => ActAsync("undo-excerpt", async () =>
    {
        await undo.RunAsync(Actor, Ref, Number, null, Reason);
        return Address;
    }, "Notices drafted from now on quote the original excerpt.");

    private string Address => $"/cases/{Ref}/items/{Number}";

    protected override async Task<IActionResult> ShowAsync()
    {
        if (await record.FindAsync(Ref) is not { } details || await items.Rows.FindAsync(details.Id, Number) is not { } item) return NotFound();
        (Details, Item) = (details, item);
        var redactions = await items.Redactions.ListAsync(item.Id);
        var made = redactions.Select(redaction => redaction.Sha256).ToHashSet();
        Originals = [.. (await evidence.ListAsync(details.Id, Number)).Where(capture => capture.Width is not null && capture.Purpose == "screenshot" && !made.Contains(capture.Sha256)).DistinctBy(capture => capture.Sha256)];
        Original = string.IsNullOrEmpty(Screenshot) ? (Originals is [var first, ..] ? first : null) : Originals.FirstOrDefault(capture => capture.Sha256 == Screenshot);
        if (Original is null && !string.IsNullOrEmpty(Screenshot)) return NotFound();
        var standing = redactions.Where(redaction => redaction.UndoneAt is null).ToList();
        OfPicture = standing.Find(redaction => redaction.OriginalSha256 is not null && redaction.OriginalSha256 == Original?.Sha256);
        OfExcerpt = standing.Find(redaction => redaction.Excerpt is not null);
        Boxes = BoxInput.WithRoom(Request.HasFormContentType && Request.Form.ContainsKey("x") ? BoxInput.Sent(Request.Form) : BoxInput.Of(OfPicture));
        ShownUntil = shown.Until(HttpContext, Actor, Ref);
        return Page();
    }
}
