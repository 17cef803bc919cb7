using AbuseDesk.Cases;
using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Writers;

namespace AbuseDesk.Tests.Notices;

public sealed class FiguresInTheText
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(36)]
    [TestCase(97)]
    [TestCase(98)]
    public void Every_figure_follows_from_the_items(int removed)
    {
        var facts = WithRemoved(removed);
        var text = Words(facts);
        var up = 98 - removed;

        Assert.That(text, Does.Contain($"{(removed == 0 ? "none was" : removed == 1 ? "1 was" : $"{removed} were")} removed and {up} of 98 {(up == 1 ? "was" : "were")} still available."));
        Assert.That(text, Does.Contain($"98 items: {removed} removed, {up} still available"));
        Assert.That(Table(facts, "Batch").Rows[^1].Cells.Select(Text), Is.EqualTo(new[] { "All batches", "98", $"{removed}", $"{up}" }));
    }

    [Test]
    public void Rows_of_the_batches_add_up_to_the_last_row()
    {
        var rows = Table(SampleFacts.Suspension(), "Batch").Rows;

        foreach (var fromRight in new[] { 1, 2, 3 })
            Assert.That(rows.SkipLast(1).Sum(row => Number(row, fromRight)), Is.EqualTo(Number(rows[^1], fromRight)));
    }

    [Test]
    public void Past_batches_and_the_current_one_are_told_apart()
    {
        var text = Words(SampleFacts.Suspension());

        Assert.That(text, Does.Contain("Batches 1 to 7 hold 68 items, and their dates to act by had passed at that check. Of these 68, 13 were removed by the date to act by, 19 were removed later, and 36 were still available."));
        Assert.That(text, Does.Contain("Batch 8 holds 30 items. Its date to act by, 10 January 2021, 08:00 PST, had not passed at that check; it passes before the suspension takes effect. Five of the 30 were removed and 25 were still available."));
    }

    [Test]
    public void A_current_batch_that_is_due_after_the_suspension_is_not_said_to_be_due_before_it()
    {
        var facts = SampleFacts.Suspension();
        var late = facts.Batches[^1] with { ActBy = SampleItems.InZones("2021-01-12T08:00:00") };

        Assert.That(Words(facts with { Batches = [.. facts.Batches.SkipLast(1), late] }), Does.Contain("had not passed at that check. Five of the 30"));
    }

    [Test]
    public void One_item_is_told_in_the_singular()
    {
        var facts = SampleSteps.Forwarding();
        var item = facts.Items[0];
        facts = facts with { Items = [item], Batches = [facts.Batches[0] with { ItemNumbers = [1] }], Terms = [facts.Terms[0] with { ItemNumbers = [1] }] };

        var text = Words(facts);

        Assert.That(text, Does.Contain("We send you 1 item of content on your service that incites violence").And.Contain("Please remove it by"));
        Assert.That(text, Does.Contain("It holds item 1,").And.Contain("brought the item to us").And.Contain("Item 1."));
        Assert.That(text, Does.Not.Contain("1 items"));
    }

    [Test]
    public void Both_versions_of_the_clause_are_quoted_word_for_word()
    {
        var quotes = NoticeTexts.Compile(SampleFacts.Suspension()).Blocks.OfType<QuoteBlock>().ToArray();

        Assert.That(quotes.Take(2).Select(quote => Plain(quote.VersionLine!)), Is.EqualTo(new[]
        {
            "Version of 1 May 2019, in force until 30 November 2020, 23:59:59 PST. Items 1 to 8.",
            "Version of 1 December 2020, in force since 1 December 2020, 00:00 PST. Items 9 to 98.",
        }));
        foreach (var (quote, version) in quotes.Zip(SampleTerms.Versions))
            Assert.That(Plain(quote.Lines[0].Content), Does.EndWith(version.Clauses[0].Lines[0].Text));
        Assert.That(quotes[3].Lines.Select(line => line.Marker), Is.EqualTo(new[] { null, "(a)", "(b)", "(c)" }));
    }

    [Test]
    public void A_customer_on_the_clock_of_the_desk_is_not_told_two_times()
    {
        var facts = SampleFacts.Suspension();
        MomentInZones Same(MomentInZones moment) => moment with { Customer = moment.Provider };
        var measure = facts.Measure! with { Effective = Same(facts.Measure.Effective), PreservedUntil = Same(facts.Measure.PreservedUntil) };

        var text = Words(facts with { Measure = measure, AcknowledgeBy = Same(facts.AcknowledgeBy!) });

        Assert.That(text, Does.Not.Contain("Your time").And.Not.Contain("Paris").And.Not.Contain("later."));
        Assert.That(text, Does.Contain("23:59 PST (Thursday 11 February 2021, 07:59 UTC)"));
    }

    private static NoticeFacts WithRemoved(int removed)
    {
        var facts = SampleFacts.Suspension();
        var at = SampleItems.Moment("2021-01-09T17:00:00");
        ItemFacts[] items = [.. facts.Items.Select((item, i) => item with
        {
            State = i < removed ? ItemState.Removed : ItemState.StillUp,
            RemovedFoundAt = i < removed ? at : null,
        })];
        return facts with
        {
            Items = items,
            Batches = SampleDocuments.Batches(items),
            LastCheck = SampleFacts.Check("2021-01-09T17:00:00", 98, removed, "D13"),
        };
    }

    private static TableBlock Table(NoticeFacts facts, string head) =>
        NoticeTexts.Compile(facts).Blocks.OfType<TableBlock>().First(table => table.Head is not null && Text(table.Head.Cells[0]) == head);

    private static int Number(TableRow row, int fromRight) =>
        int.Parse(Text(row.Cells[^fromRight]), System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(TableCell cell) => Plain(cell.Content);

    private static string Plain(IEnumerable<Inline> runs) => string.Concat(runs.Select(run => run switch
    {
        TextRun text => text.Value,
        Strong strong => Plain(strong.Content),
        Link link => Plain(link.Content),
        _ => " ",
    })).Replace('\u00a0', ' ');

    // the plain text as one line
    private static string Words(NoticeFacts facts) =>
        string.Join(' ', NoticeTexts.Text(facts).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
