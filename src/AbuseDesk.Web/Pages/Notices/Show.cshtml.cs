using System.Text;
using AbuseDesk.Cases;
using AbuseDesk.Evidence;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace AbuseDesk.Web.Pages.Notices;

public sealed class ShowModel(CurrentActor current, NoticePage page, NoticeActs acts) : DeskPage(current)
{
    [BindProperty(SupportsGet = true)]
    public string Ref { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Form { get; set; }

    [BindProperty]
    public string? Comment { get; set; }

    public NoticeRow Notice { get; private set; } = null!;

    public CaseDetails Case { get; private set; } = null!;

    public IReadOnlyList<NoticeVersionRow> Versions { get; private set; } = [];

    public NoticeVersionRow Version => Versions[^1];

    public IReadOnlyList<ReviewRow> Reviews { get; private set; } = [];

    public IReadOnlyList<NoticeCheck> Checks { get; private set; } = [];

    public string Text { get; private set; } = "";

    public bool AsText => Form == "text";

    public int Failed => Checks.Count(check => !check.Passed);

    public string KindWords => char.ToUpperInvariant(Notice.Kind[0]) + Notice.Kind[1..].Replace('-', ' ') + (NeedsReview ? " notice" : "");

    public string StatusWords => char.ToUpperInvariant(Notice.Status[0]) + Notice.Status[1..].Replace('-', ' ');

    public bool CanReview => Actor.Is(Role.Legal) && Notice.Status == "in-review";

    public bool MayApprove => Actor.Login == Notice.Reviewer && Actor.Login != Notice.Author;

    /// <summary>Why approval must wait; null where it need not.</summary>
    public string? WhyNot => Failed > 0 ? $"Approval waits for {Failed} check{(Failed == 1 ? "" : "s")}."
        : MayApprove ? null : $"The notice prints {Notice.Reviewer} as its approver; only they can approve it.";

    public bool CanWrite => MayWork && Notice.Status is "draft" or "returned" or "approved";

    public bool CanSubmit => NeedsReview && Notice.Status == "draft";

    public bool CanSend => NeedsReview ? Notice.Status == "approved" : Notice.Status == "draft";

    private bool NeedsReview => NoticeKinds.NeedsReview(Words.Parse<NoticeKind>(Notice.Kind));

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostApproveAsync() => DoAsync(() => acts.Approve.RunAsync(Actor, Ref), "The notice is approved.");

    public Task<IActionResult> OnPostReturnAsync() => DoAsync(() => acts.Return.RunAsync(Actor, Ref, Comment ?? ""), "The notice is returned.");

    public Task<IActionResult> OnPostSubmitAsync() => DoAsync(() => acts.Submit.RunAsync(Actor, Ref), "The notice is submitted.");

    public Task<IActionResult> OnPostSendAsync() => DoAsync(() => acts.Send.RunAsync(Actor, Ref), "The notice is in the outbox.");

    public Task<IActionResult> OnPostRedraftAsync() =>
        DoAsync(() => acts.Redraft.RunAsync(Actor, Ref, new RedraftNoticeRequest { Comment = Comment }), "A new version is compiled.");

    protected override async Task<IActionResult> ShowAsync()
    {
        if (await page.FindAsync(Ref) is not { } found)
            return NotFound();
        (Notice, Case, Versions, Reviews, Checks) = (found.Notice, found.Case, found.Versions, found.Reviews, found.Checks);
        if (AsText)
            Text = Encoding.UTF8.GetString(await page.ReadAsync(Version.TextSha256));
        return Page();
    }

    private Task<IActionResult> DoAsync(Func<Task> act, string done) => ActAsync("act", async () =>
    {
        await act();
        return $"/notices/{Uri.EscapeDataString(Ref)}";
    }, done);
}

/// <summary>What people do with a notice.</summary>
public sealed record NoticeActs(ApproveNotice Approve, ReturnNotice Return, SubmitNotice Submit, SendNotice Send, RedraftNotice Redraft);
