using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Review;
using AbuseDesk.Web.Notices;
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

    /// <summary>The text of the mail, where that is looked at.</summary>
    public string? Text { get; private set; }

    /// <summary>Passages that differ from the version before; empty for the first.</summary>
    public IReadOnlyList<IReadOnlyList<ChangedWords>> Changes { get; private set; } = [];

    public int ChangesLeft { get; private set; }

    public bool Redrafting { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostApproveAsync() => DoAsync(() => acts.Approve.RunAsync(Actor, Ref, Seen), "The notice is approved; nothing is sent yet.");

    public Task<IActionResult> OnPostReturnAsync() => DoAsync(() => acts.Return.RunAsync(Actor, Ref, Comment ?? "", Seen), "The notice is returned to its author.");

    public Task<IActionResult> OnPostSubmitAsync() => DoAsync(() => acts.Submit.RunAsync(Actor, Ref), "The notice is with its reviewer.");

    public Task<IActionResult> OnPostSendAsync() => DoAsync(() => acts.Send.RunAsync(Actor, Ref, Seen), "The notice is in the outbox, and what follows from it has started.");

    public Task<IActionResult> OnPostWithdrawAsync([FromServices] WithdrawNotice withdraw) => ActAsync("withdraw", async () =>
    {
        await withdraw.RunAsync(Actor, Ref, Reason ?? "", Seen);
        return $"/notices/{Uri.EscapeDataString(Ref)}";
    }, "The notice is withdrawn; it can never be sent.");

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
        Offers = new NoticeOffers(Actor, notice, found.Failed, found.NameOf(notice.Author), notice.Reviewer is null ? null : found.NameOf(notice.Reviewer));
        if (!Redrafting) Redraft = RedraftForm.Of(notice);
        if (Form == "text") Text = await text.ReadAsync(found.Version.TextSha256);
        await CompareAsync();
        return Page();
    }

    private async Task CompareAsync()
    {
        if (Shown.Versions.LastOrDefault(each => each.Number < Shown.Version.Number) is not { } before) return;
        var all = TextChanges.Between(await text.ReadAsync(before.TextSha256), await text.ReadAsync(Shown.Version.TextSha256));
        (Changes, ChangesLeft) = ([.. all.Take(MostChanges)], Math.Max(0, all.Count - MostChanges));
    }

    private Task<IActionResult> DoAsync(Func<Task> act, string done) => ActAsync("act", async () =>
    {
        await act();
        return $"/notices/{Uri.EscapeDataString(Ref)}";
    }, done);
}

/// <summary>What people do with a notice.</summary>
public sealed record NoticeActs(ApproveNotice Approve, ReturnNotice Return, SubmitNotice Submit, SendNotice Send, RedraftNotice Redraft);
