using System.Globalization;
using System.Text.RegularExpressions;
using AbuseDesk.Notices.Document;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.DefinitionLists;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using MarkdownHeading = Markdig.Syntax.HeadingBlock;
using MarkdownParagraph = Markdig.Syntax.ParagraphBlock;

namespace AbuseDesk.Notices.Templates.Reading;

/// <summary>
/// An exhibit: heading, a link back, labelled particulars, and the picture as
/// <c>![words](sha256:HASH "image/jpeg 1280x1532")</c>.
/// </summary>
internal sealed partial class ExhibitReader(InlineReader inlines)
{
    public ExhibitBlock Read(CustomContainer container)
    {
        inlines.Expect(container, "an exhibit", typeof(MarkdownHeading), typeof(MarkdownParagraph), typeof(DefinitionList));
        var heading = container.OfType<MarkdownHeading>().FirstOrDefault();
        var paragraphs = container.OfType<MarkdownParagraph>().ToArray();
        var back = paragraphs.Select(paragraph => inlines.Read(Links(paragraph))).SelectMany(runs => runs.OfType<Link>()).FirstOrDefault();
        var picture = paragraphs.SelectMany(Pictures).FirstOrDefault();
        if (heading is null || back is null || picture is null)
            throw inlines.Error("an exhibit has a heading, a link back, labelled particulars and a picture.");
        return new ExhibitBlock(Runs.PlainText(inlines.Read(heading.Inline)), back, Particulars(container), Picture(picture))
        {
            Anchor = container.TryGetAttributes()?.Id is { } id ? inlines.Restore(id) : null,
        };
    }

    private Particular[] Particulars(CustomContainer container) =>
    [
        .. container.OfType<DefinitionList>().SelectMany(list => list.OfType<DefinitionItem>()).Select(item =>
        {
            inlines.Expect(item, "an exhibit", typeof(DefinitionTerm), typeof(MarkdownParagraph));
            var content = item.OfType<MarkdownParagraph>().SelectMany(paragraph => inlines.Read(paragraph.Inline)).ToArray();
            return new Particular(
                string.Concat(LabelReader.Labels(item, inlines)),
                Runs.WithoutCites(content),
                Quoted: content is [Cited]);
        }),
    ];

    private ExhibitPicture Picture(LinkInline picture)
    {
        var match = Facts().Match($"{inlines.Restore(picture.Url)} {inlines.Restore(picture.Title)}");
        if (!match.Success)
            throw inlines.Error("the picture of an exhibit is written as ![words](sha256:HASH \"image/jpeg 1280x1532\").");
        int Pixels(string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        return new ExhibitPicture(
            match.Groups["hash"].Value, match.Groups["type"].Value, Pixels("width"), Pixels("height"), Runs.PlainText(inlines.Read(picture)));
    }

    private static IEnumerable<LinkInline> Pictures(MarkdownParagraph paragraph) =>
        paragraph.Inline?.OfType<LinkInline>().Where(link => link.IsImage) ?? [];

    // the paragraph with the picture is no paragraph of text
    private static ContainerInline? Links(MarkdownParagraph paragraph) => Pictures(paragraph).Any() ? null : paragraph.Inline;

    [GeneratedRegex(@"^sha256:(?<hash>[0-9a-f]{64}) (?<type>[a-z]+/[a-z0-9.+-]+) (?<width>\d{1,6})x(?<height>\d{1,6})$")]
    private static partial Regex Facts();
}
