using System.Text;
using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates;
using AbuseDesk.Notices.Workshop;

namespace AbuseDesk.Notices.Review;

/// <summary>The templates that notices were made with, as they were: a notice is judged by its own, whatever was edited since.</summary>
public sealed class RecordedTemplates(IEvidenceStore store, CurrentTemplates current, DeskSettings settings)
{
    /// <summary>The template of a version. Of one that was compiled before templates were kept it is the one of today.</summary>
    /// <exception cref="DeskException">What was kept is damaged, or the template of today has a mistake.</exception>
    public async Task<NoticeTemplate> GetAsync(DeskTransaction tx, NoticeFacts facts, NoticeVersionRow version) =>
        await store.ExistsAsync(version.TemplateSha256)
            ? TemplateLibrary.OfSource($"the template of version {version.Number}", Encoding.UTF8.GetString(await store.ReadAsync(version.TemplateSha256))) with { Version = version.TemplateVersion }
            : await current.GetAsync(tx.Connection, facts.Kind, facts.Language);

    /// <summary>What a notice of the template says of these facts.</summary>
    /// <exception cref="DeskException">The facts lack what the template asks for.</exception>
    public NoticeDocument Compile(NoticeTemplate template, NoticeFacts facts) => NoticeCompiler.Compile(facts, template, settings.PublicUrl);
}
