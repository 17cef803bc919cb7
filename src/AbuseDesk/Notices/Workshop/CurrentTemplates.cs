using System.Data.Common;
using AbuseDesk.Database;
using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates;
using Dapper;

namespace AbuseDesk.Notices.Workshop;

/// <summary>
/// The templates that notices are made with: the latest published version, else the file of the installation. It is asked
/// for with every notice, so that a publication holds on every node at once.
/// </summary>
public sealed class CurrentTemplates(DeskDatabase database, TemplateLibrary library, DeskSettings settings)
{
    /// <exception cref="DeskException">There is no such template, it has a mistake, or what was published was changed since.</exception>
    public Task<NoticeTemplate> GetAsync(NoticeKind kind, string language) =>
        database.ReadAsync(connection => GetAsync(connection, kind, language));

    /// <summary>The same for an act that has a connection: with a second one, many acts at once would wait for each other.</summary>
    /// <inheritdoc cref="GetAsync(NoticeKind, string)"/>
    public async Task<NoticeTemplate> GetAsync(DbConnection connection, NoticeKind kind, string language)
    {
        var name = new TemplateName(kind, language);
        if (await TemplateRecords.LatestAsync(connection, name) is not { } published)
            return library.Get(kind, language);
        if (TemplateRecords.HashOf(published.Text) != published.Sha256)
            throw new DeskException($"Version {published.Number} of the template {name} is not the text that was published: its SHA-256 differs. Publish a version that you have read.");
        return library.Parse(language, $"template {name}, version {published.Number}", published.Text) with { Version = published.Number };
    }

    /// <summary>The tree of a notice and the template that made it.</summary>
    /// <exception cref="DeskException">There is no such template, it or the record lacks something, or what was published was changed since.</exception>
    public Task<(NoticeDocument Document, NoticeTemplate Template)> CompileAsync(NoticeFacts facts) =>
        database.ReadAsync(connection => CompileAsync(connection, facts));

    /// <inheritdoc cref="CompileAsync(NoticeFacts)"/>
    public async Task<(NoticeDocument Document, NoticeTemplate Template)> CompileAsync(DbConnection connection, NoticeFacts facts)
    {
        var template = await GetAsync(connection, facts.Kind, facts.Language);
        return (NoticeCompiler.Compile(facts, template, settings.PublicUrl), template);
    }

    /// <inheritdoc cref="LanguageForAsync(DbConnection, NoticeKind, string)"/>
    public Task<string> LanguageForAsync(NoticeKind kind, string wanted) =>
        database.ReadAsync(connection => LanguageForAsync(connection, kind, wanted));

    /// <summary>"fr" for a wish of "fr-FR" if there is such a template, else "en".</summary>
    public async Task<string> LanguageForAsync(DbConnection connection, NoticeKind kind, string wanted)
    {
        var language = TemplateLibrary.LanguageOf(wanted);
        if (!library.Languages().Contains(language)) return "en";
        return library.FindText(kind, language) is not null || await TemplateRecords.LatestAsync(connection, new(kind, language)) is not null
            ? language
            : "en";
    }
}
