using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using AbuseDesk.Database;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates;
using Dapper;

namespace AbuseDesk.Notices.Workshop;

/// <summary>A template in a list: the version in use, and whether it still says what the file says.</summary>
public sealed record ListedTemplate(TemplateName Name, TemplateVersion Current, bool HasFile, bool SameAsFile);

/// <summary>Reads the versions of templates, the file of the installation among them as version 0.</summary>
public sealed class TemplateRecords(DeskDatabase database, TemplateLibrary library)
{
    /// <summary>Every template that a notice could be made with, by kind and language.</summary>
    public async Task<IReadOnlyList<ListedTemplate>> ListAsync()
    {
        var published = await database.ReadAsync(connection => connection.QueryAsync<TemplateVersion>(
            """
            select v.* from template_versions v
            where number = (select max(number) from template_versions o where o.kind = v.kind and o.language = v.language)
            """));
        var latest = published.ToDictionary(version => $"{version.Kind}/{version.Language}");
        return
        [
            .. from kind in Enum.GetValues<NoticeKind>()
               from language in library.Languages()
               let name = new TemplateName(kind, language)
               let file = File(name)
               let current = latest.GetValueOrDefault(name.ToString()) ?? file
               where current is not null
               select new ListedTemplate(name, current, file is not null, file?.Sha256 == current.Sha256),
        ];
    }

    /// <summary>All versions of a template, the latest first; empty where there is no such template.</summary>
    public async Task<IReadOnlyList<TemplateVersion>> VersionsAsync(TemplateName name)
    {
        var published = await database.ReadAsync(connection => connection.QueryAsync<TemplateVersion>(
            "select * from template_versions where kind = @KindWord and language = @Language order by number desc", name));
        return [.. published, .. File(name) is { } file ? [file] : Array.Empty<TemplateVersion>()];
    }

    /// <summary>The version in use, or one by its number.</summary>
    /// <exception cref="DeskException">There is no such template or version.</exception>
    public async Task<TemplateVersion> GetAsync(TemplateName name, int? number = null)
    {
        var versions = await VersionsAsync(name);
        return versions.FirstOrDefault(version => number is null || version.Number == number)
            ?? throw new DeskException(versions.Count == 0
                ? $"There is no template {name.Path}; add it, or publish it in the workshop."
                : $"The template {name} has no version {number}; the latest is {versions[0].Number}.");
    }

    /// <summary>Whether the installation has the words that every notice of the language needs.</summary>
    public bool HasLanguage(string language) => library.Languages().Contains(language);

    internal static Task<TemplateVersion?> LatestAsync(DbConnection connection, TemplateName name) =>
        connection.QuerySingleOrDefaultAsync<TemplateVersion>(
            "select * from template_versions where kind = @KindWord and language = @Language order by number desc limit 1", name);

    internal static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    internal TemplateVersion? File(TemplateName name) => library.FindText(name.Kind, name.Language) is not { } text ? null : new TemplateVersion
    {
        Kind = name.KindWord,
        Language = name.Language,
        Number = 0,
        Text = text,
        Sha256 = HashOf(text),
        Note = "the file of the installation",
        PublishedAt = null,
        PublishedBy = null,
    };
}
