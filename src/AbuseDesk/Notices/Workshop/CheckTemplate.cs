using System.Globalization;
using System.Text.RegularExpressions;
using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates;

namespace AbuseDesk.Notices.Workshop;

/// <summary>What is wrong with the text of a template, and where, as far as the compiler knows.</summary>
public sealed record TemplateMistake(string Sentence, int? Line, int? Column);

/// <summary>Compiles the text of a template as a notice would, without keeping anything.</summary>
public sealed partial class CheckTemplate(TemplateLibrary library)
{
    /// <summary>The first mistake; null where the text compiles on these facts.</summary>
    public TemplateMistake? Find(TemplateName name, string text, NoticeFacts? facts = null)
    {
        try
        {
            Compile(name, text, facts ?? SampleNotice.Facts(name));
            return null;
        }
        catch (DeskException wrong)
        {
            return Read(wrong.Message);
        }
    }

    /// <exception cref="DeskException">The text has a mistake.</exception>
    public NoticeDocument Compile(TemplateName name, string text, NoticeFacts facts)
    {
        var template = library.Parse(name.Language, name.Path, text);
        if (template.Kind != name.Kind || template.Language != name.Language)
            throw new DeskException($"{name.Path}, line 2: the head says {Words.Of(template.Kind)} in {Shown.Briefly(template.Language)}, but this is the template {name}; correct the head.");
        return NoticeCompiler.Compile(facts, template);
    }

    /// <summary>Which template a file is, as its head says.</summary>
    /// <exception cref="DeskException">It has no head that says so.</exception>
    public static TemplateName NameOf(string display, string text)
    {
        var (head, _, _) = FrontMatter.Split(display, text.ReplaceLineEndings("\n"));
        return new TemplateName(Words.Parse<NoticeKind>(head.Kind), head.Language);
    }

    private static TemplateMistake Read(string sentence)
    {
        var match = Place().Match(sentence);
        return new TemplateMistake(sentence, Number(match.Groups["line"]), Number(match.Groups["column"]));
    }

    private static int? Number(Group group) =>
        int.TryParse(group.ValueSpan, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"line (?<line>\d+)(?:, column (?<column>\d+))?")]
    private static partial Regex Place();
}
