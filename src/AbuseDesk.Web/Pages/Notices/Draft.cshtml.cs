using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Web.Components;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace AbuseDesk.Web.Pages.Notices;

public sealed class DraftModel(CurrentActor current, DraftNotice draft, DeskTimes times) : DeskPage(current)
{
    [BindProperty(SupportsGet = true)]
    public string Case { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Path { get; set; }

    [BindProperty]
    public string? Effective { get; set; }

    [BindProperty]
    public string? Preserve { get; set; }

    [BindProperty]
    public string? Acknowledge { get; set; }

    [BindProperty]
    public string? ActBy { get; set; }

    [BindProperty]
    public string? Reviewer { get; set; }

    public string KindWords => Kind.Replace('-', ' ') + (IsMeasure ? " notice" : "");

    public bool IsMeasure => Words.TryParse<NoticeKind>(Kind, out var kind) && NoticeKinds.NeedsReview(kind);

    public bool NeedsDate => Kind is "forwarding" or "plan-request";

    public string ZoneId => times.Zone.Id;

    public Task<IActionResult> OnGetAsync()
    {
        if (NeedsDate)
            ActBy ??= LocalInput.Format(times.Now + NodaTime.Duration.FromDays(Kind == "forwarding" ? 1 : 10), times.Zone);
        return ShowAsync();
    }

    public Task<IActionResult> OnPostAsync() => ActAsync("draft", async () =>
    {
        var drafted = await draft.RunAsync(Actor, new DraftNoticeRequest
        {
            CaseRef = Case,
            Kind = Words.Parse<NoticeKind>(Kind),
            ContractPath = IsMeasure ? Path : null,
            Effective = Time(Effective),
            PreserveUntil = Time(Preserve),
            AcknowledgeBy = Time(Acknowledge),
            ActBy = Time(ActBy),
            Reviewer = string.IsNullOrWhiteSpace(Reviewer) ? null : Reviewer.Trim(),
        });
        return $"/notices/{drafted.Ref}";
    });

    protected override Task<IActionResult> ShowAsync() => Task.FromResult<IActionResult>(Page());

    private PromisedTime? Time(string? text) => string.IsNullOrWhiteSpace(text) ? null : PromisedTime.Parse(text, times.Zone.Id);
}
