using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Templates.Words;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax.Inlines;
using Inline = AbuseDesk.Notices.Document.Inline;
using MarkdownInline = Markdig.Syntax.Inlines.Inline;

namespace AbuseDesk.Notices.Templates.Reading;

/// <summary>Turns the runs of a Markdown paragraph into the runs of a notice, and puts the facts back for their tokens.</summary>
internal sealed class InlineReader(string display, DataTokens tokens, KeepTogether keep, Spacing spacing)
{
    public const string Here = "here";
    private const string PagePrefix = "page:";

    public IReadOnlyList<Inline> Read(ContainerInline? container)
    {
        if (container is null)
            return [];
        var runs = new List<Inline>();
        foreach (var inline in container)
            Add(runs, inline);
        return Runs.Tidy(runs, keep);
    }

    public string Restore(string? text) => tokens.Restore(text ?? "");

    public DeskException Error(string said) => new($"{display}: {said}");

    private void Add(List<Inline> runs, MarkdownInline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                runs.Add(Literal(literal.Content.ToString()));
                break;
            case LineBreakInline line:
                runs.Add(line.IsHard ? new LineBreak() : new TextRun(" "));
                break;
            case HtmlEntityInline entity:
                runs.Add(new TextRun(entity.Transcoded.ToString()));
                break;
            case HtmlInline { Tag: "<br>" }:
                runs.Add(new LineBreak());
                break;
            case CodeInline code:
                runs.Add(Code(Restore(code.Content)));
                break;
            case LinkInline { IsImage: false } link:
                AddLink(runs, link);
                break;
            case CustomContainerInline:
                throw Error("'::' in a line is not available; write a block with ':::'.");
            case EmphasisInline emphasis:
                runs.Add(Emphasised(emphasis));
                break;
            case HtmlInline html:
                throw Error($"'{html.Tag}' is HTML; only <br> is available in templates.");
            default:
                throw Error($"a {inline.GetType().Name} is not available in templates; see templates/README.md.");
        }
    }

    // only what the template typed can be seen here: facts are still tokens
    private TextRun Literal(string text)
    {
        if (text is "**" or "\"\"")
            throw Error($"a {text} is not closed, or a space stands inside it.");
        if (text.Contains("{.", StringComparison.Ordinal) || text.Contains("{#", StringComparison.Ordinal))
            throw Error($"'{Restore(text)}' stands inside a paragraph; marks in braces go on a line of their own after an empty line.");
        return new TextRun(tokens.RestoreWords(spacing.Set(text)));
    }

    private static Inline Code(string text) =>
        text.Length == 64 && text.All(char.IsAsciiHexDigit) ? new HashRun(text) : new TextRun(text);

    private Inline Emphasised(EmphasisInline emphasis) => (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
    {
        ('"', _) => new Cited(Read(emphasis)),
        (_, 2) => new Strong(Read(emphasis)),
        _ => new Emphasis(Read(emphasis)),
    };

    private void AddLink(List<Inline> runs, LinkInline link)
    {
        var target = Restore(link.Url);
        if (target.StartsWith(PagePrefix, StringComparison.Ordinal))
            runs.Add(Page(target[PagePrefix.Length..], Runs.PlainText(Read(link))));
        else if (target == Here)
            runs.AddRange(Read(link));
        else if (target.StartsWith('#') || target.StartsWith("https://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
            runs.Add(new Link(target, Read(link)));
        else
            throw Error($"the link to '{target}' goes nowhere; use #anchor, page:anchor, https:// or mailto:.");
    }

    private PageReference Page(string anchor, string words)
    {
        var mark = words.IndexOf('#', StringComparison.Ordinal);
        return mark < 0
            ? throw Error($"the page reference '[{words}](page:{anchor})' needs a # where the number goes.")
            : new PageReference(anchor) { Before = words[..mark], After = words[(mark + 1)..] };
    }
}
