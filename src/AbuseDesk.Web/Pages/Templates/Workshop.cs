using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Workshop;

namespace AbuseDesk.Web.Pages.Templates;

/// <summary>A template as one person sees it: its versions, and the text that they write or read.</summary>
public sealed record ShownTemplate(TemplateName Name, IReadOnlyList<TemplateVersion> Versions, TemplateDraft? Draft)
{
    /// <summary>The version in use; null for one that nobody wrote yet.</summary>
    public TemplateVersion? Current => Versions.Count > 0 ? Versions[0] : null;

    public int Number => Current?.Number ?? 0;

    public string Text => Draft?.Text ?? Current?.Text ?? $"---\nkind: {Name.KindWord}\nlanguage: {Name.Language}\nname: \nsubject: \n---\n";

    /// <summary>Somebody published since the draft was begun.</summary>
    public bool IsBehind => Draft is { } draft && draft.BasedOn != Number;
}

/// <summary>What the pages of the templates work with.</summary>
public sealed record Workshop(TemplateRecords Records, TemplateDrafts Drafts, CheckTemplate Check, PreviewTemplate Preview, PublishTemplate Publish)
{
    public static void DemandReader(Actor actor) => actor.Demand("look at the templates", Role.Legal, Role.Admin, Role.Auditor);

    /// <summary>Null where there is no such kind, or no words in the language.</summary>
    public async Task<ShownTemplate?> FindAsync(Actor actor, string language, string kind)
    {
        if (!Words.TryParse<NoticeKind>(kind, out var known)) return null;
        var name = new TemplateName(known, language);
        var versions = await Records.VersionsAsync(name);
        return versions.Count == 0 && !Records.HasLanguage(language)
            ? null
            : new ShownTemplate(name, versions, await Drafts.FindAsync(actor, name));
    }
}
