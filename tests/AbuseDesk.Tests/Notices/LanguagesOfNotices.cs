using System.Text.RegularExpressions;
using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Pdf;
using AbuseDesk.Notices.Templates;
using AbuseDesk.Tests.Notices.Pdf;

namespace AbuseDesk.Tests.Notices;

public sealed partial class LanguagesOfNotices
{
    private static readonly string[] Languages = ["fr", "de"];
    private static readonly string[] Kinds = ["forwarding", "warning", "plan-request", "suspension", "reinstatement", "termination", "receipt", "decision"];

    [TestCaseSource(nameof(Languages))]
    public void A_language_has_every_key_of_the_english_file(string language)
    {
        var library = new TemplateLibrary(NoticeTexts.TemplatesFolder);
        var (english, other) = (library.WordsOf("en"), library.WordsOf(language));

        Assert.That(other.Words.Keys, Is.EquivalentTo(english.Words.Keys));
        Assert.That(other.Numbers, Has.Count.EqualTo(english.Numbers.Count));
        Assert.That(Keys(language), Is.EqualTo(Keys("en")));
    }

    [Test]
    public void A_template_says_all_that_the_english_one_says([ValueSource(nameof(Languages))] string language, [ValueSource(nameof(Kinds))] string kind) =>
        Assert.That(Variables(language, kind), Is.EquivalentTo(Variables("en", kind)));

    [TestCase("en", "9 January 2021, 17:00 PST", "1 January 2021, 00:05 PST", "Friday 1 January 2021", "1 Jan")]
    [TestCase("fr", "9 janvier 2021 à 17 h 00 PST", "1er janvier 2021 à 00 h 05 PST", "vendredi 1er janvier 2021", "1er janv.")]
    [TestCase("de", "9. Januar 2021, 17:00 Uhr PST", "1. Januar 2021, 00:05 Uhr PST", "Freitag, 1. Januar 2021", "1. Jan.")]
    public void Moments_are_written_as_the_language_does(string language, string ninth, string first, string weekday, string dayMonth)
    {
        Moment At(string local) => new(SampleItems.At(local), SampleItems.Provider, language);
        string[] said = [At("2021-01-09T17:00:00").DateTime, At("2021-01-01T00:05:00").DateTime, At("2021-01-01T00:05:00").WeekdayDate, At("2021-01-01T00:05:00").DayMonth];

        Assert.That(said.Select(text => text.Replace('\u00a0', ' ')), Is.EqualTo(new[] { ninth, first, weekday, dayMonth }));
    }

    [TestCase("en", 9999, "9999 many")]
    [TestCase("en", 20000, "20,000 many")]
    [TestCase("fr", 20000, "20\u202f000 many")]
    [TestCase("de", 20000, "20.000 many")]
    [TestCase("en", 0, "0 many")]
    [TestCase("fr", 0, "0 one")]
    [TestCase("fr", 1, "1 one")]
    public void Figures_and_the_plural_of_nought_are_those_of_the_language(string language, int count, string said)
    {
        var facts = SampleFacts.Suspension();
        facts = facts with { Items = [.. Enumerable.Repeat(facts.Items[0], count)] };
        var template = TemplateLibrary.Parse(
            "test.md", $"---\nkind: suspension\nlanguage: {language}\nname: Test\nsubject: Test\n---\n{{{{ counts.all | number }}}} {{{{ counts.all | plural: 'one', 'many' }}}}",
            "language.yml", File.ReadAllText(Path.Combine(NoticeTexts.TemplatesFolder, "notices", language, "language.yml")));

        Assert.That(((TextRun)((ParagraphBlock)NoticeCompiler.Compile(facts, template).Blocks[0]).Content[0]).Value, Is.EqualTo(said));
    }

    [Test]
    public void None_is_said_in_words()
    {
        var facts = SampleFacts.Suspension();
        facts = facts with { LastCheck = facts.LastCheck! with { Removed = 0 } };

        Assert.That(Words(facts), Does.Contain("none was removed and 61 of 98 were still available"));
        Assert.That(Words(facts.In("fr")), Does.Contain("aucun n’était retiré et 61 sur 98 étaient encore accessibles"));
        Assert.That(Words(facts.In("de")), Does.Contain("war keiner entfernt und 61 von 98 weiterhin abrufbar"));
    }

    [Test]
    public void French_marks_stand_after_a_space_that_never_breaks()
    {
        var all = string.Concat(NoticeTexts.Compile(SampleFacts.Suspension().In("fr")).Blocks.OfType<ParagraphBlock>()
            .SelectMany(paragraph => paragraph.Content).OfType<TextRun>().Select(run => run.Value));

        Assert.That(all, Does.Contain("\u202f;").And.Contain("\u00a0:").And.Contain("«\u00a0nous\u00a0»"));
        Assert.That(all, Does.Not.Match(" [;:!?»]").And.Not.Match("« "));
    }

    [Test]
    public void The_terms_stay_as_published_and_the_notice_says_so()
    {
        var published = SampleTerms.Versions[0].Clauses[0].Lines[0].Text;

        Assert.That(Words(SampleFacts.Suspension().In("fr")), Does.Contain("dans la langue dans laquelle elles ont été publiées"));
        Assert.That(Words(SampleFacts.Suspension().In("de")), Does.Contain("in der Sprache wiedergegeben, in der sie veröffentlicht wurden"));
        foreach (var language in Languages)
            Assert.That(NoticeTexts.Compile(SampleFacts.Suspension().In(language)).Blocks.OfType<QuoteBlock>().SelectMany(quote => quote.Lines)
                .SelectMany(line => line.Content).OfType<TextRun>().Select(run => run.Value.Replace('\u00a0', ' ').Trim()), Has.Some.EqualTo(published));
    }

    [Test]
    public void A_notice_prints_in_its_language_without_a_missing_glyph([ValueSource(nameof(Languages))] string language, [ValueSource(nameof(Kinds))] string kind)
    {
        var facts = kind switch
        {
            "forwarding" => SampleSteps.Forwarding(),
            "warning" => SampleSteps.Warning(),
            "plan-request" => SampleSteps.PlanRequest(),
            "reinstatement" => SampleReinstatement.Lifted(),
            "termination" => SampleTermination.Facts(),
            "receipt" => SampleLetters.Receipt(),
            "decision" => SampleLetters.Decision(),
            _ => SampleFacts.Suspension(),
        };
        var result = new PdfWriter(SpecimenNotice.Fonts).Write(NoticeTexts.Compile(facts.In(language)), _ => SpecimenNotice.Screenshot);
        if (Environment.GetEnvironmentVariable("ABUSEDESK_TEST_PDF") is { Length: > 0 } path) File.WriteAllBytes($"{path}.{kind}.{language}.pdf", result.Bytes);

        Assert.That(result.MissingGlyphs, Is.Empty);
        Assert.That(PdfText.Pages(result.Bytes)[0], Does.Contain(language == "fr" ? $"Page 1 sur {result.Pages}" : $"Seite 1 von {result.Pages}"));
    }

    private static string Words(NoticeFacts facts) =>
        string.Join(' ', NoticeTexts.Text(facts).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string[] Keys(string language) =>
        [.. File.ReadLines(Path.Combine(NoticeTexts.TemplatesFolder, "notices", language, "language.yml"))
            .Where(line => line.Length > 0 && char.IsAsciiLetter(line[0])).Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)])];

    // what is printed; conditions may differ, as grammars do
    private static HashSet<string> Variables(string language, string kind) =>
        [.. Output().Matches(File.ReadAllText(Path.Combine(NoticeTexts.TemplatesFolder, "notices", language, $"{kind}.md")))
            .SelectMany(match => Variable().Matches(Quoted().Replace(match.Value, ""))).Select(match => match.Value)
            .Where(name => !name.EndsWith(".size", StringComparison.Ordinal))
            .Where(name => name.Contains('.', StringComparison.Ordinal) || name is "ref" or "case_ref" or "hosts" or "verification_code" or "automated_means" or "hours_to_act")];

    [GeneratedRegex(@"\{\{.*?\}\}")]
    private static partial Regex Output();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[a-z_]+(?:\.[a-z_]+)*")]
    private static partial Regex Variable();
}
