using AbuseDesk.Cases;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Terms;
using AbuseDesk.Web.Components;
using AbuseDesk.Web.Errors;
using AbuseDesk.Web.Notices;
using AbuseDesk.Web.SignIn;
using AbuseDesk.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AbuseDesk.Web.Pages.Notices;

public sealed class DraftModel(CurrentActor current, CaseRecord record, DraftNotice draft, ReadDraft read, DeskTimes times) : DeskPage(current)
{
    [BindProperty(SupportsGet = true)]
    public string Case { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    /// <summary>Fields stand in the form by their own names; a proposal that was taken up names the path in the address.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public DraftForm Form { get; set; } = new();

    public CaseDetails Details { get; private set; } = null!;

    public DraftView Shown { get; private set; } = null!;

    public Mistakes Mistakes { get; } = new();

    public bool IsKnown => Words.TryParse<NoticeKind>(Kind, out var kind) && NoticeKinds.Drafted.Contains(kind);

    public bool IsMeasure => IsKnown && NoticeKinds.IsMeasure(Words.Parse<NoticeKind>(Kind));

    public bool Ends => Kind == "termination";

    public bool NeedsReview => IsKnown && NoticeKinds.NeedsReview(Words.Parse<NoticeKind>(Kind));

    /// <summary>To a reporter; drafted from a report, so that it is no tab of a case.</summary>
    public bool IsLetter => IsKnown && NoticeKinds.ForReporter(Words.Parse<NoticeKind>(Kind));

    /// <summary>Art 17(3)(c): whether automated means were used is said wherever a decision on content is told.</summary>
    public bool TellsOfDecisions => IsKnown && Kind is not ("receipt" or "reinstatement");

    public IEnumerable<string> Offered => NoticeKinds.Drafted
        .Where(kind => NoticeKinds.ForReporter(kind) == IsLetter && (kind != NoticeKind.Reinstatement || Shown.HasLifted)).Select(Words.Of);

    public bool NeedsDate => Kind is "forwarding" or "plan-request";

    public bool MayDraft => MayWork || Actor.Is(Role.Legal);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        Actor.Demand("draft a notice", Role.Agent, Role.Lead, Role.Legal);
        if (Form.Read(Case, Words.Parse<NoticeKind>(Kind), Mistakes) is not { } request) return await AgainAsync(StatusCodes.Status400BadRequest);
        try
        {
            var drafted = await draft.RunAsync(Actor, request);
            Done = drafted.MissingGlyphs.Count == 0 ? $"{drafted.Ref} is drafted; look at it before it goes on."
                : $"{drafted.Ref} is drafted, but no font here can print {string.Join(' ', drafted.MissingGlyphs.Take(5))}.";
            return LocalRedirect($"/notices/{drafted.Ref}");
        }
        catch (DeskException wrong)
        {
            Mistakes.Add(FieldOf(wrong.Message), wrong.Message);
            return await AgainAsync(DeskErrors.StatusOf(wrong));
        }
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        if (await record.FindAsync(Case) is not { } details) return NotFound();
        Details = details;
        Suggest();
        Shown = await read.RunAsync(details, Kind, Actor.Login, Form.Readers);
        return Page();
    }

    // a date to act by is usual; an instant at which somebody loses their service is nobody's default
    private void Suggest()
    {
        var zone = times.Zone.Id;
        if (NeedsDate && Form.ActBy.Local is null)
            Form.ActBy = PromisedInput.Of(times.Now + Duration.FromDays(Kind == "forwarding" ? 1 : 10), zone);
        foreach (var input in (PromisedInput[])[Form.ActBy, Form.Effective]) input.Zone ??= zone;
        if (!IsKnown || IsLetter || Form.Readers.Count > 0) return;
        var (to, copies) = NoticeKinds.Readers(Words.Parse<NoticeKind>(Kind));
        Form.Readers = Details.Contacts.Select(contact => contact.Role).Distinct()
            .ToDictionary(role => role, role => to.Contains(role) ? "to" : copies.Contains(role) ? "copy" : "none");
        // somebody must be addressed: where the usual ones are missing, whoever answers for the account
        if (Form.Readers.Count > 0 && !Form.Readers.ContainsValue("to"))
            Form.Readers[Form.Readers.ContainsKey("owner") ? "owner" : Form.Readers.Keys.First()] = "to";
    }

    private Task<IActionResult> AgainAsync(int status)
    {
        Response.StatusCode = status;
        return ShowAsync();
    }

    // the use case says what is wrong in one sentence; the form puts it beside the field it is about
    private static string FieldOf(string sentence) => FieldsByWord.FirstOrDefault(pair => sentence.Contains(pair.Word, StringComparison.Ordinal)).Field ?? "form";

    private static readonly (string Word, string Field)[] FieldsByWord =
    [
        ("utomated means", "automatedMeans"), ("No template of a", "language"), ("ondition", "conditions"), ("R-", "report"), ("e report", "report"), ("must be preserved", "preserve"), ("are preserved", "preserve"), ("to act by", "actBy"), ("contract path", "path"), ("takes effect", "effective"),
        ("take effect", "effective"), ("contract ends", "effective"), ("contract would end", "effective"), ("lawyer", "reviewer"), ("contact", "readers"), ("Item ", "numbers"), ("nothing to forward", "numbers"),
    ];
}

/// <summary>What the form shows of the record.</summary>
/// <param name="Paths">The ways to the measure in the terms in force; empty for other kinds.</param>
/// <param name="TermsVersion">Their version.</param>
/// <param name="Unsent">Numbers of the upheld items that were never forwarded.</param>
/// <param name="Lawyers">Who can review it.</param>
/// <param name="Zones">To choose from.</param>
/// <param name="HasLifted">Whether the last suspension of the case has ended.</param>
/// <param name="Language">In which language it will be written, and why; null while nobody is addressed.</param>
public sealed record DraftView(
    IReadOnlyList<PathInTerms> Paths, string TermsVersion, IReadOnlyList<int> Unsent, IReadOnlyList<Colleague> Lawyers, IReadOnlyList<string> Zones, bool HasLifted, string? Language);
