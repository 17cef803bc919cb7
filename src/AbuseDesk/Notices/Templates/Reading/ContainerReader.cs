using AbuseDesk.Notices.Document;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Tables;
using MarkdownParagraph = Markdig.Syntax.ParagraphBlock;

namespace AbuseDesk.Notices.Templates.Reading;

/// <summary>The blocks between <c>:::</c> lines: particulars, chart, signature and exhibit.</summary>
internal sealed class ContainerReader(InlineReader inlines, TableReader tables)
{
    public IEnumerable<Block> Read(CustomContainer container) => container.Info switch
    {
        "particulars" => Particulars(container),
        "signature" => [Signature(container)],
        "chart" => [new ChartReader(inlines, tables).Read(container)],
        "exhibit" => [new ExhibitReader(inlines).Read(container)],
        _ => throw inlines.Error($"there is no block '::: {container.Info}'; use particulars, chart, signature or exhibit."),
    };

    // a group at the head of the notice: no space between its lines, space after it
    private IEnumerable<Block> Particulars(CustomContainer container)
    {
        inlines.Expect(container, "the particulars", typeof(DefinitionList));
        var lines = container.OfType<DefinitionList>().SelectMany(list => LabelReader.Read(list, inlines)).ToArray();
        return lines.Select((line, i) => line with { Tight = i < lines.Length - 1 });
    }

    private SignatureBlock Signature(CustomContainer container)
    {
        inlines.Expect(container, "a signature", typeof(MarkdownParagraph), typeof(Table));
        var organisation = container.OfType<MarkdownParagraph>().FirstOrDefault();
        var table = container.OfType<Table>().FirstOrDefault();
        if (organisation is null || table is null || tables.Texts(table) is not [var labels, var names, var roles])
            throw inlines.Error("a signature has a line for the organisation and a table of three rows: label, name, role.");
        return new SignatureBlock(
            Runs.PlainText(inlines.Read(organisation.Inline)),
            [.. labels.Select((label, i) => new Signatory(label, names[i], roles[i]))]);
    }
}
