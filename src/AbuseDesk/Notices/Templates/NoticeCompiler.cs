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

    /// <param name="facts">The record.</param>
    /// <param name="template">The text.</param>
    /// <param name="desk">Where readers reach the desk: the paragraph that prints the verification code gets its QR code; null for none.</param>
    /// <exception cref="DeskException">A fact that the template needs has no value, or the template's Markdown has a mistake.</exception>
    public static NoticeDocument Compile(NoticeFacts facts, NoticeTemplate template, Uri? desk = null)
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
            Blocks = WithQrCode(new BlockReader(inlines).Read(Markdown.Parse(LongTables.Cut(markdown), Pipeline)), facts.VerificationCode, desk),
        };
    }

    private static IReadOnlyList<Block> WithQrCode(IReadOnlyList<Block> blocks, string? code, Uri? desk)
    {
        if (desk is null || string.IsNullOrEmpty(code)) return blocks;
        var found = blocks.OfType<ParagraphBlock>().LastOrDefault(paragraph => Runs.PlainText(paragraph.Content).Contains(code, StringComparison.Ordinal));
        return found is null
            ? blocks
            : [.. blocks.Select(block => ReferenceEquals(block, found) ? found with { QrCode = PublicAddress.VerifyPage(desk, code) } : block)];
    }
}
