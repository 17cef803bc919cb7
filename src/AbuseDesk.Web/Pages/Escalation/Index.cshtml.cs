using System.Globalization;
using System.Text;
using AbuseDesk.Escalation;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AbuseDesk.Web.Pages.Escalation;

/// <summary>The ladder in use, and what a changed one would have proposed. Nothing is changed here: the file is.</summary>
public sealed class IndexModel(CurrentActor current, DeskSettings settings, PreviewLadder preview) : DeskPage(current)
{
    private const int MostCharacters = 200_000;

    /// <summary>The text in the field: what was typed, else the file.</summary>
    public string Text { get; private set; } = "";

    public int Days { get; private set; } = 90;

    /// <summary>Null until a text is played.</summary>
    public LadderPreview? Preview { get; private set; }

    /// <summary>Auditors read, and send no forms.</summary>
    public bool MayPlay => new[] { Role.Agent, Role.Lead, Role.Legal, Role.Admin }.Any(Actor.Is);

    /// <summary>"4 Jan", or "4 Jan 2021" where the year is another than that of the last day.</summary>
    public string Day(LocalDate day) =>
        day.ToString(Preview is { } shown && shown.To.Year == day.Year ? "d MMM" : "d MMM uuuu", CultureInfo.InvariantCulture);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(string? text, int? days)
    {
        // a form sends lines ended by CR and LF
        Text = (text ?? "").ReplaceLineEndings("\n");
        Days = days ?? 0;
        try
        {
            if (Text.Length > MostCharacters) throw new DeskException("The ladder is longer than 200,000 characters; it is no policy any more.");
            Preview = await preview.RunAsync(Text, "your ladder", Days, HttpContext.RequestAborted);
            return await ShowAsync();
        }
        catch (DeskException wrong)
        {
            return await FailAsync("preview", wrong);
        }
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        if (Request.Method == HttpMethods.Get)
            Text = await System.IO.File.ReadAllTextAsync(Path.Combine(settings.Templates, "policy", "ladder.yml"), Encoding.UTF8, HttpContext.RequestAborted);
        return Page();
    }
}
