using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates.Reading;
using AbuseDesk.Notices.Templates.Words;
using Markdig;

namespace AbuseDesk.Notices.Templates;

/// <summary>Makes the tree of a notice from its facts and a template. The same facts and template give the same tree.</summary>
public static class NoticeCompiler
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseDefinitionLists()
        .UseCustomContainers()
        .UseCitations()
        .UseGenericAttributes()
        .Build();

    /// <exception cref="DeskException">A fact that the template needs has no value, or the template's Markdown has a mistake.</exception>
    public static NoticeDocument Compile(NoticeFacts facts, NoticeTemplate template)
    {
        var tokens = new DataTokens();
        var markdown = template.Body.Render(facts, template.Words, tokens);
        var inlines = new InlineReader(template.Display, tokens, new KeepTogether(template.Words.KeepTogether), new Spacing(template.Words));
        return new NoticeDocument
        {
            Language = template.Language,
            Subject = tokens.Restore(template.Subject.Render(facts, template.Words, tokens)),
            Reference = facts.Ref,
            KindName = template.Name,
            PageLabel = template.Words.Page,
            Letterhead = new Letterhead(facts.Provider.Name, facts.Provider.Unit, facts.Provider.Letterhead),
            CompiledAt = facts.Date.Instant,
            Blocks = new BlockReader(inlines).Read(Markdown.Parse(LongTables.Cut(markdown), Pipeline)),
        };
    }
}
