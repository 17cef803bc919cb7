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

    /// <summary>"fr" of "fr-CH".</summary>
    public static string LanguageOf(string locale) => locale.Split('-', '_')[0].ToLowerInvariant();

    /// <summary>The words that the notices of a language share.</summary>
    /// <exception cref="DeskException">The language has no language.yml, or it has a mistake.</exception>
    public LanguageFile WordsOf(string language) => LanguageFile.Read(WordsName(language), WordsText(language));

    /// <summary>Every template of the folder, each checked.</summary>
    /// <exception cref="DeskException">A template has a mistake.</exception>
    public IReadOnlyList<NoticeTemplate> All()
    {
        if (!Directory.Exists(Notices))
            throw new DeskException("The folder templates/notices is missing; it holds the text of the notices.");
        return
        [
            .. from folder in Directory.EnumerateDirectories(Notices).Order(StringComparer.Ordinal)
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
        TemplateLimits.Check(display, text);
        var words = LanguageFile.Read(languageDisplay, languageText);
        var (head, body, linesBefore) = FrontMatter.Split(display, text);
        if (DataTokens.Clashes(text))
            throw new DeskException($"{display}: 'Zq0Qz' and its like are reserved; use other words.");
        var source = text + "\0" + languageText;
        var subject = new LiquidText($"{display} (subject)", head.Subject, 0);
        return new NoticeTemplate(words, subject, new LiquidText(display, body, linesBefore))
        {
            Display = display,
            Kind = Kind(display, head.Kind),
            Language = head.Language,
            Name = head.Name,
            Source = source,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source))),
        };
    }

    /// <summary>The template of a <see cref="NoticeTemplate.Source"/> that was kept.</summary>
    /// <exception cref="DeskException">It is no such source, or has a mistake.</exception>
    public static NoticeTemplate OfSource(string display, string source) => source.Split('\0', 2) is [var text, var words]
        ? Parse(display, text, $"{display}, language.yml", words)
        : throw new DeskException($"{display} is not whole: the words of its language are missing. Restore the evidence from a backup.");

    /// <summary>The languages that have a <c>language.yml</c>: without its words no notice can be written.</summary>
    public IReadOnlyList<string> Languages() =>
        Directory.Exists(Notices)
            ? [.. Directory.EnumerateDirectories(Notices).Select(Path.GetFileName).OfType<string>().Where(HasWords).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>The text of the file, unchecked; null where there is none.</summary>
    public string? FindText(NoticeKind kind, string language) =>
        Languages().Contains(language) && Path.Combine(Notices, language, FileName(kind)) is var path && File.Exists(path)
            ? File.ReadAllText(path).ReplaceLineEndings("\n")
            : null;

    /// <summary>Parses a text that stands in the place of the file, with the words of the installation's language.</summary>
    /// <exception cref="DeskException">The text has a mistake, or the language has no words.</exception>
    public NoticeTemplate Parse(string language, string display, string text) =>
        Parse(display, text, WordsName(language), WordsText(language));

    private static string WordsName(string language) => $"templates/notices/{Shown.Briefly(language)}/language.yml";

    private string WordsText(string language) => Languages().Contains(language)
        ? File.ReadAllText(Path.Combine(Notices, language, "language.yml"))
        : throw new DeskException($"{WordsName(language)} is missing; it holds the words that all notices of the language share.");

    private string Notices => Path.Combine(templatesFolder, "notices");

    private bool HasWords(string language) => File.Exists(Path.Combine(Notices, language, "language.yml"));

    private NoticeTemplate? Find(NoticeKind kind, string language)
    {
        var path = Path.Combine(Notices, language, FileName(kind));
        return language.Contains("..", StringComparison.Ordinal) || !File.Exists(path)
            ? null
            : Parse(language, $"templates/notices/{language}/{FileName(kind)}", File.ReadAllText(path));
    }

    private static string FileName(NoticeKind kind) => AbuseDesk.Words.Of(kind) + ".md";

    private static NoticeKind Kind(string display, string name) =>
        Enum.TryParse<NoticeKind>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind)
            ? kind
            : throw new DeskException($"{display}: '{name}' is no kind of notice.");
}
