using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Templates;

namespace AbuseDesk.Tests.Notices;

public sealed class TheTreeOfANotice
{
    private static readonly NoticeDocument Document = NoticeTexts.Compile(SampleFacts.Suspension());

    [Test]
    public void Every_link_inside_has_its_anchor_and_no_anchor_stands_twice()
    {
        var anchors = Document.Blocks.Select(block => block.Anchor)
            .Concat(Document.Blocks.OfType<TableBlock>().SelectMany(table => table.Rows).Select(row => row.Anchor))
            .OfType<string>().ToArray();
        var targets = Links().Where(link => link.Target.StartsWith('#')).Select(link => link.Target[1..]).Distinct().ToArray();

        Assert.That(anchors, Is.Unique);
        Assert.That(targets, Has.Length.GreaterThan(200));
        Assert.That(targets, Is.SubsetOf(anchors));
    }

    [Test]
    public void The_chart_stands_on_the_weeks_and_marks_the_days()
    {
        var chart = Document.Blocks.OfType<ChartBlock>().Single();

        Assert.That(chart.Weeks.Select(week => week.StillUp + week.Removed), Is.EqualTo(new[] { 3, 4, 6, 8, 11, 15, 21, 30 }));
        Assert.That(chart.Legend, Is.EqualTo(new ChartLegend("still available", "removed")));
        Assert.That(chart.Events.Select(mark => mark.Word), Is.EqualTo(new[] { "new Terms", "warning", "plan request", "plan", "check" }));
        Assert.That(chart.Events[0].Position, Is.EqualTo(15 / 7.0).Within(0.0001));
        Assert.That(chart.Events[1].Position, Is.EqualTo((24 + 10.5 / 24) / 7).Within(0.0001));
        Assert.That(chart.Description, Is.EqualTo("Bars by week: 3, 4, 6, 8, 11, 15, 21, 30 items first seen. Markers: 1\u00a0December new Terms, 10\u00a0December warning, 28\u00a0December plan request, 7\u00a0January plan, 9\u00a0January check."));
    }

    [Test]
    public void Every_screenshot_is_an_exhibit_named_by_its_hash()
    {
        var exhibits = Document.Blocks.OfType<ExhibitBlock>().ToArray();

        Assert.That(exhibits.Select(exhibit => exhibit.Picture.Sha256), Is.EqualTo(SampleFacts.Suspension().Items.Select(item => item.Exhibits[0].Sha256)));
        Assert.That(exhibits[5].Picture, Is.EqualTo(new ExhibitPicture(SampleItems.Hash("exhibit 6"), "image/jpeg", 1280, 1256, "Screenshot of item\u00a06")));
        Assert.That(exhibits[5].Particulars.Select(line => line.Label), Is.EqualTo(new[] { "Item", "Clause", "URL", "Seen", "Excerpt", "Captured by", "SHA-256", "Redaction" }));
    }

    [Test]
    public void Tables_keep_the_widths_and_alignments_of_the_template()
    {
        var table = Document.Blocks.OfType<TableBlock>().First(block => block.Caption?.Number == "Table\u00a01.");

        Assert.That(table.Columns, Is.EqualTo(new Column[]
        {
            new(11), new(32), new(32), new(null), new(11, Align.Right), new(16, Align.Right), new(15, Align.Right),
        }));
        Assert.That(table.Rows[^1].Sum, Is.True);
        Assert.That(table.Rows[^1].Cells[0].Span, Is.EqualTo(4));
    }

    [Test]
    public void Words_that_belong_together_do_not_part()
    {
        var blocks = NoticeTexts.CompileBody("Clause {{ contract.cure.number }}: {{ counts.still_up }} of {{ counts.all }}, see Annex A and a cat.").Blocks;

        Assert.That(((ParagraphBlock)blocks[0]).Content, Is.EqualTo(new Inline[] { new TextRun("Clause\u00a09.2: 61\u00a0of\u00a098, see Annex\u00a0A and a cat.") }));
    }

    [Test]
    public void The_template_is_named_by_a_hash_that_changes_with_its_text()
    {
        var one = NoticeTexts.Parse("one");

        Assert.That(one.Sha256, Has.Length.EqualTo(64).And.EqualTo(NoticeTexts.Parse("one").Sha256).And.Not.EqualTo(NoticeTexts.Parse("two").Sha256));
    }

    [Test]
    public void All_templates_that_ship_are_sound() =>
        Assert.That(new TemplateLibrary(NoticeTexts.TemplatesFolder).All().Select(template => template.Name), Is.SupersetOf(new[]
        {
            "Forwarding of items", "Warning", "Request for a plan", "Notice of suspension",
        }));

    private static IEnumerable<Link> Links() => Document.Blocks.SelectMany(block => block switch
    {
        ParagraphBlock paragraph => paragraph.Content.OfType<Link>(),
        TableBlock table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Content).OfType<Link>(),
        ExhibitBlock exhibit => [exhibit.Back],
        _ => [],
    });
}
