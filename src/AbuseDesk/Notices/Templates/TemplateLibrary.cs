using System.Security.Cryptography;
using System.Text;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates.Liquid;
using AbuseDesk.Notices.Templates.Words;

namespace AbuseDesk.Notices.Templates;

/// <summary>The notice templates of a templates folder: <c>notices/LANGUAGE/KIND.md</c>, read when asked for.</summary>
public sealed class TemplateLibrary(string templatesFolder)
{
    /// <summary>The template of a kind in a language; the moments of the facts must be in this language too.</summary>
    /// <exception cref="DeskException">There is no such template, or it has a mistake (file and line are named).</exception>
    public NoticeTemplate Get(NoticeKind kind, string language) =>
        Find(kind, language)
        ?? throw new DeskException($"There is no template templates/notices/{language}/{FileName(kind)}; add it.");

    /// <summary>"fr" for a wish of "fr-FR" if there is such a template, else "en".</summary>
    public string LanguageFor(NoticeKind kind, string wanted)
    {
        var language = LanguageOf(wanted);
        return File.Exists(Path.Combine(templatesFolder, "notices", language, FileName(kind))) ? language : "en";
    }

    /// <summary>"fr" of "fr-CH".</summary>
    public static string LanguageOf(string locale) => locale.Split('-', '_')[0].ToLowerInvariant();

    /// <summary>The words that the notices of a language share.</summary>
    /// <exception cref="DeskException">The language has no language.yml, or it has a mistake.</exception>
    public LanguageFile WordsOf(string language)
    {
        var display = $"templates/notices/{language}/language.yml";
        return LanguageFile.Read(display, LanguageText(language, display));
    }

    /// <summary>Every template of the folder, each checked.</summary>
    /// <exception cref="DeskException">A template has a mistake.</exception>
    public IReadOnlyList<NoticeTemplate> All()
    {
        var notices = Path.Combine(templatesFolder, "notices");
        if (!Directory.Exists(notices))
            throw new DeskException("The folder templates/notices is missing; it holds the text of the notices.");
        return
        [
            .. from folder in Directory.EnumerateDirectories(notices).Order(StringComparer.Ordinal)
               from kind in Enum.GetValues<NoticeKind>()
               let template = Find(kind, Path.GetFileName(folder))
               where template is not null
               select template,
        ];
    }

    /// <summary>Parses a template from text, for a preview before it is saved.</summary>
    /// <exception cref="DeskException">The template has a mistake.</exception>
    public static NoticeTemplate Parse(string display, string text, string languageDisplay, string languageText)
    {
        text = text.ReplaceLineEndings("\n");
        var words = LanguageFile.Read(languageDisplay, languageText);
        var (head, body, linesBefore) = FrontMatter.Split(display, text);
        if (DataTokens.Clashes(text))
            throw new DeskException($"{display}: 'Zq0Qz' and its like are reserved; use other words.");
        var subject = new LiquidText($"{display} (subject)", head.Subject, 0);
        return new NoticeTemplate(words, subject, new LiquidText(display, body, linesBefore))
        {
            Display = display,
            Kind = Kind(display, head.Kind),
            Language = head.Language,
            Name = head.Name,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text + "\0" + languageText))),
        };
    }

    private NoticeTemplate? Find(NoticeKind kind, string language)
    {
        var folder = Path.Combine(templatesFolder, "notices", language);
        var path = Path.Combine(folder, FileName(kind));
        if (language.Contains("..", StringComparison.Ordinal) || !File.Exists(path))
            return null;
        var display = $"templates/notices/{language}";
        return Parse($"{display}/{FileName(kind)}", File.ReadAllText(path), $"{display}/language.yml", LanguageText(language, $"{display}/language.yml"));
    }

    private string LanguageText(string language, string display)
    {
        var path = Path.Combine(templatesFolder, "notices", language, "language.yml");
        return File.Exists(path)
            ? File.ReadAllText(path)
            : throw new DeskException($"{display} is missing; it holds the words that all notices of the language share.");
    }

    private static string FileName(NoticeKind kind) => FactSchema.SnakeCase(kind.ToString()).Replace('_', '-') + ".md";

    private static NoticeKind Kind(string display, string name) =>
        Enum.TryParse<NoticeKind>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind)
            ? kind
            : throw new DeskException($"{display}: '{name}' is no kind of notice.");
}
