using AbuseDesk.Notices.Changes;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Review;
using AbuseDesk.Notices.Review.Comments;
using AbuseDesk.Web.Notices;
using AbuseDesk.Web.Pages.Cases;
using AbuseDesk.Web.SignIn;
using AbuseDesk.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace AbuseDesk.Web.Pages.Notices;

public sealed class ShowModel(CurrentActor current, NoticePage page, NoticeActs acts, NoticeText text, Colleagues colleagues) : DeskPage(current)
{
    private const int MostChanges = 24;

    [FromRoute]
    public string Ref { get; set; } = "";

    /// <summary>An earlier version to look at; null for the current one.</summary>
    [FromQuery(Name = "version")]
    public int? Wanted { get; set; }

    /// <summary>"mail" or "text"; null for the PDF.</summary>
    [FromQuery(Name = "form")]
    public string? Form { get; set; }

    /// <summary>The paragraph that a comment is about to be written on; null for none.</summary>
    [FromQuery(Name = "on")]
    public int? On { get; set; }

    /// <summary>What somebody says in a thread about a paragraph.</summary>
    [BindProperty]
    public string? Said { get; set; }

    [BindProperty]
    public string? Comment { get; set; }

    /// <summary>Why the notice is withdrawn.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The version that whoever acts has looked at.</summary>
    [BindProperty]
    public int? Seen { get; set; }

    [BindProperty]
    public RedraftForm Redraft { get; set; } = new();

    public ShownNotice Shown { get; private set; } = null!;

    public NoticeOffers Offers { get; private set; } = null!;

    public Mistakes Mistakes { get; } = new();

    /// <summary>Passages that differ from the version before; empty for the first.</summary>
    public IReadOnlyList<IReadOnlyList<ChangedWords>> Changes { get; private set; } = [];

    public int ChangesLeft { get; private set; }

    public bool Redrafting { get; private set; }

    /// <summary>How many screenshots of grave content the PDF shows, while this person has not asked to see them; else 0.</summary>
    public int Veiled { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>Pictures of grave content are shown to who asks for them, for ten minutes; the journal says who looked.</summary>
    [AuditorsToo]
    public Task<IActionResult> OnPostShowAsync() => DoAsync(async () => await acts.Pictures.ShowAsync(HttpContext, Actor, await page.CaseRefAsync(Ref)));

    public Task<IActionResult> OnPostApproveAsync() => DoAsync(async () =>
    {
        var given = await acts.Approve.RunAsync(Actor, Ref, Seen);
        Done = given.Left == 0 ? "The notice is approved; nothing is sent yet." : $"The notice has {given.Sentence}; the next is another lawyer’s.";
    });

    public Task<IActionResult> OnPostReturnAsync() => DoAsync(() => acts.Return.RunAsync(Actor, Ref, Comment, Seen), "The notice is returned to its author.");

    public Task<IActionResult> OnPostTakeOverAsync([FromServices] TakeOverReview takeOver) =>
        DoAsync(() => takeOver.RunAsync(Actor, Ref), "The review is yours, and a version that prints your name is compiled; look at it before you decide.");

    public Task<IActionResult> OnPostSubmitAsync() => DoAsync(() => acts.Submit.RunAsync(Actor, Ref), "The notice is with its reviewer.");

    public Task<IActionResult> OnPostSendAsync() => DoAsync(() => acts.Send.RunAsync(Actor, Ref, Seen), "The notice is in the outbox, and what follows from it has started.");

    public Task<IActionResult> OnPostWithdrawAsync([FromServices] WithdrawNotice withdraw) => ActAsync("withdraw", async () =>
    {
        await withdraw.RunAsync(Actor, Ref, Reason ?? "", Seen);
        return $"/notices/{Uri.EscapeDataString(Ref)}";
    }, "The notice is withdrawn; it can never be sent.");

    public Task<IActionResult> OnPostCommentAsync([FromServices] CommentOnParagraph comment) => ActAsync("comment", async () =>
        Thread(await comment.RunAsync(Actor, Ref, On ?? 0, Said, Seen)), "The comment is on record; the notice is neither approved nor sent until it is resolved.");

    public Task<IActionResult> OnPostAnswerAsync(int number, [FromServices] AnswerComment answer) => TalkAsync(number, () => answer.RunAsync(Actor, Ref, number, Said));

    public Task<IActionResult> OnPostResolveAsync(int number, [FromServices] ResolveComment resolve) => TalkAsync(number, () => resolve.RunAsync(Actor, Ref, number, Said));

    public Task<IActionResult> OnPostReopenAsync(int number, [FromServices] ReopenComment reopen) => TalkAsync(number, () => reopen.RunAsync(Actor, Ref, number, Said));

    public Task<IActionResult> OnPostResendAsync(List<string> to, [FromServices] ResendNotice resend) => ActAsync("resend", async () =>
    {
        await resend.RunAsync(Actor, Ref, to);
        return $"/notices/{Uri.EscapeDataString(Ref)}#delivery";
    }, "The notice is in the outbox once more.");

    public async Task<IActionResult> OnPostRedraftAsync()
    {
        Redrafting = true;
        if (Redraft.Read(Mistakes) is { } changes) return await ActAsync("redraft", async () =>
        {
            var drafted = await acts.Redraft.RunAsync(Actor, Ref, changes);
            return $"/notices/{drafted.Ref}";
        }, "A further version is compiled; look at it before it goes on.");
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await ShowAsync();
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        if (await page.FindAsync(Ref.ToUpperInvariant(), Wanted, colleagues) is not { } found) return NotFound();
        if (found.Notice.Ref != Ref) return RedirectPermanent($"/notices/{found.Notice.Ref}");
        Shown = found;
        var notice = found.Notice;
        Offers = new NoticeOffers(Actor, notice, new ReviewStanding(found.Failed, found.Text.Open, found.Approvals, found.Away), found.NameOf(notice.Author), notice.Reviewer is null ? null : found.NameOf(notice.Reviewer));
        if (!Redrafting) Redraft = RedraftForm.Of(notice);
        var grave = found.Facts.Items.Where(item => item.Severity is "high" or "critical").Sum(item => item.Exhibits.Count);
        Veiled = acts.Pictures.Until(HttpContext, Actor, found.Case.Ref) is null ? grave : 0;
        await CompareAsync();
        return Page();
    }

    private async Task CompareAsync()
    {
        if (Shown.Versions.LastOrDefault(each => each.Number < Shown.Version.Number) is not { } before) return;
        var all = TextChanges.Between(await text.ReadAsync(before.TextSha256), await text.ReadAsync(Shown.Version.TextSha256));
        (Changes, ChangesLeft) = ([.. all.Take(MostChanges)], Math.Max(0, all.Count - MostChanges));
    }

    private Task<IActionResult> TalkAsync(int number, Func<Task> act) => ActAsync($"comment-{number}", async () =>
    {
        await act();
        return Thread(number);
    });

    // back to where it was read: beside the PDF, or in the text
    private string Thread(int number) => $"/notices/{Uri.EscapeDataString(Ref)}{(Form == "text" ? "?form=text" : "")}#comment-{number}";

    private Task<IActionResult> DoAsync(Func<Task> act, string? done = null) => ActAsync("act", async () =>
    {
        await act();
        return $"/notices/{Uri.EscapeDataString(Ref)}";
    }, done);
}

/// <summary>What people do with a notice.</summary>
public sealed record NoticeActs(ApproveNotice Approve, ReturnNotice Return, SubmitNotice Submit, SendNotice Send, RedraftNotice Redraft, ShownEvidence Pictures);
