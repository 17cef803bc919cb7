using AbuseDesk.Notices.Changes;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates;

namespace AbuseDesk.Tests.Notices.Changes;

public sealed class SentencesOfANotice
{
    private static readonly TemplateLibrary Library = new(Path.Combine(AppContext.BaseDirectory, "templates"));

    [Test]
    public void A_paragraph_is_taken_apart_at_the_ends_of_its_sentences_only() =>
        Assert.That(Of(SampleFacts.Suspension()), Has.Some.EqualTo("We sent you 98 items of such content.")
            .And.Some.EqualTo("On 9 January 2021 at 17:00 PST, 37 were removed and 61 of 98 were still available."));

    [Test]
    public void A_row_of_a_table_says_the_words_of_its_columns() =>
        Assert.That(Of(SampleFacts.Suspension()), Has.Some.EqualTo("Table 1. All batches: Items 98, Removed 37, Still available 61"));

    [Test]
    public void The_same_facts_differ_in_nothing() =>
        Assert.That(Between(SampleFacts.Suspension(), SampleFacts.Suspension()), Is.Empty);

    [Test]
    public void Prose_comes_first_and_what_stays_true_is_left_out()
    {
        var changed = Between(SampleFacts.Suspension(), SampleFacts.Suspension() with { Customer = SampleFacts.Suspension().Customer! with { Addressee = "Owner" } });

        Assert.That(changed, Is.EqualTo(new[] { new ChangedSentence("Perch Social, Legal (“you”), account A-1042", "Perch Social, Owner (“you”), account A-1042") }));
    }

    [Test]
    public void Sentences_come_back_from_the_record_as_they_went_in()
    {
        ChangedSentence[] sentences = [new("“61 of 98” – up", null), new(null, "<b>")];

        Assert.That(ChangedSentence.Read(ChangedSentence.Write(sentences)), Is.EqualTo(sentences));
        Assert.That((ChangedSentence.Write([]), ChangedSentence.Read(null)), Is.EqualTo(((string?)null, Array.Empty<ChangedSentence>())));
    }

    private static IReadOnlyList<ChangedSentence> Between(NoticeFacts older, NoticeFacts newer) => ChangedSentence.Between(Sentences(older), Sentences(newer));

    private static IEnumerable<string> Of(NoticeFacts facts) => Sentences(facts).Select(sentence => sentence.Text);

    private static IReadOnlyList<DocumentSentence> Sentences(NoticeFacts facts) =>
        DocumentSentence.Of(NoticeCompiler.Compile(facts, Library.Get(facts.Kind, facts.Language)));
}
