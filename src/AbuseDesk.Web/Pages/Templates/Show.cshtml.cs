using AbuseDesk.Notices.Changes;
using AbuseDesk.Notices.Workshop;
using AbuseDesk.Web.Notices;
using AbuseDesk.Web.SignIn;
using AbuseDesk.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace AbuseDesk.Web.Pages.Templates;

public sealed class ShowModel(CurrentActor current, Workshop workshop, Colleagues colleagues) : TemplatePage(current)
{
    private string? typed;

    [FromRoute]
    public string Language { get; set; } = "";

    [FromRoute]
    public string Kind { get; set; } = "";

    /// <summary>What it is tried on: the reference of a notice; null for the sample.</summary>
    [FromQuery(Name = "on")]
    public string? On { get; set; }

    /// <summary>"mail" or "text"; null for the PDF.</summary>
    [FromQuery(Name = "form")]
    public string? Form { get; set; }

    /// <summary>Two versions to compare.</summary>
    [FromQuery(Name = "older")]
    public int? Older { get; set; }

    [FromQuery(Name = "newer")]
    public int? Newer { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public ShownTemplate Shown { get; private set; } = null!;

    /// <summary>As it was typed, else the draft, else the version in use.</summary>
    public string Text => typed ?? Shown.Text;

    public TemplateMistake? Mistake { get; private set; }

    public IReadOnlyList<PreviewSubject> Subjects { get; private set; } = [];

    public IReadOnlyList<IReadOnlyList<ChangedWords>> Changes { get; private set; } = [];

    public string Address => $"/templates/{Uri.EscapeDataString(Language)}/{Uri.EscapeDataString(Kind)}";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>Keeps the draft and shows what it would become.</summary>
    public Task<IActionResult> OnPostKeepAsync(string? text, int basedOn) => ActAsync("edit", async () =>
    {
        await KeepAsync(text, basedOn);
        return Here;
    }, "Your draft is kept; the preview shows it.");

    /// <summary>The same for the script, which shows the answer itself.</summary>
    public async Task<IActionResult> OnPostTypedAsync(string? text, int basedOn)
    {
        try
        {
            await KeepAsync(text, basedOn);
            var mistake = workshop.Check.Find(Shown.Name, Shown.Text, await workshop.Preview.FactsAsync(Shown.Name, On));
            return new JsonResult(new { sentence = mistake?.Sentence, line = mistake?.Line, latest = Shown.Number });
        }
        catch (DeskException wrong)
        {
            return new JsonResult(new { sentence = wrong.Message, kept = false }) { StatusCode = Errors.DeskErrors.StatusOf(wrong) };
        }
    }

    public Task<IActionResult> OnPostCheckAsync(string? text, int basedOn) => ActAsync("edit", async () =>
    {
        await KeepAsync(text, basedOn);
        if (workshop.Check.Find(Shown.Name, Shown.Text, await workshop.Preview.FactsAsync(Shown.Name, null)) is null)
            Done = "It compiles on the sample; nothing is published yet.";
        return Here;
    });

    public Task<IActionResult> OnPostPublishAsync(string? text, int basedOn) => ActAsync("publish", async () =>
    {
        await KeepAsync(text, basedOn);
        var version = await workshop.Publish.RunAsync(Actor, Shown.Name, Shown.Text, Note ?? "", basedOn);
        Done = $"Version {version.Number} is published; notices are made with it from now on.";
        return Address;
    });

    /// <summary>Makes an earlier version the draft.</summary>
    public Task<IActionResult> OnPostTakeAsync(int number) => ActAsync("history", async () =>
    {
        var name = (await GetAsync()).Name;
        await workshop.Drafts.KeepAsync(Actor, name, (await workshop.Records.GetAsync(name, number)).Text, Shown.Number);
        Done = number == 0 ? "The file of the installation is your draft now." : $"Version {number} is your draft now.";
        return Address;
    });

    /// <summary>Keeps the draft, now knowing what was published meanwhile.</summary>
    public Task<IActionResult> OnPostSeenAsync(string? text) => ActAsync("edit", async () =>
    {
        await KeepAsync(text, (await GetAsync()).Number);
        return Address;
    }, "Your draft stands on the latest version now; publish it when it is right.");

    public Task<IActionResult> OnPostDropAsync() => ActAsync("edit", async () =>
    {
        await workshop.Drafts.DropAsync(Actor, (await GetAsync()).Name);
        return Address;
    }, "Your draft is thrown away; this is the version in use.");

    public Task<string> NameAsync(string login) => colleagues.NameOfAsync(login);

    protected override async Task<IActionResult> ShowAsync()
    {
        if (await workshop.FindAsync(Actor, Language, Kind) is not { } found) return NotFound();
        Shown = found;
        Subjects = await workshop.Preview.SubjectsAsync(found.Name);
        if (On is not null && Subjects.All(subject => subject.Ref != On)) On = null;
        Mistake = workshop.Check.Find(found.Name, Text, await workshop.Preview.FactsAsync(found.Name, On));
        Compare();
        return Page();
    }

    /// <summary>This page, tried on the same facts and in the same form.</summary>
    public string Here => With(On, Form);

    public string Act(string handler) => QueryHelpers.AddQueryString(Here, "handler", handler);

    public string With(string? on, string? form) =>
        QueryHelpers.AddQueryString(Address, new Dictionary<string, string?> { ["on"] = on, ["form"] = form }.Where(pair => pair.Value is not null));

    private async Task<ShownTemplate> GetAsync() => Shown = await workshop.FindAsync(Actor, Language, Kind)
        ?? throw new DeskException("There is no such template; the list of templates shows those there are.");

    private async Task KeepAsync(string? text, int basedOn)
    {
        typed = (text ?? "").ReplaceLineEndings("\n");
        await workshop.Drafts.KeepAsync(Actor, (await GetAsync()).Name, typed, basedOn);
        await GetAsync();
    }

    // without a wish: what the draft changes, else what the latest version changed
    private void Compare()
    {
        var versions = Shown.Versions;
        Newer ??= Shown.Draft is null ? Shown.Current?.Number : null;
        var newer = Newer is null ? Text : versions.FirstOrDefault(version => version.Number == Newer)?.Text;
        Older ??= Newer is null ? Shown.Current?.Number : versions.FirstOrDefault(version => version.Number < Newer)?.Number;
        var older = versions.FirstOrDefault(version => version.Number == Older)?.Text;
        if (older is not null && newer is not null) Changes = TextChanges.Between(older, newer);
    }
}
