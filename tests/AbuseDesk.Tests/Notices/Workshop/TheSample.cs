using System.Runtime.CompilerServices;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Pdf;
using AbuseDesk.Notices.Templates;
using AbuseDesk.Notices.Workshop;
using AbuseDesk.Tests.Notices.Pdf;

namespace AbuseDesk.Tests.Notices.Workshop;

/// <summary>The record that templates are tried on is the one of these tests, cut to its first three batches.</summary>
public sealed class TheSample
{
    private static readonly (string Name, Func<NoticeFacts> Facts)[] Samples =
    [
        ("forwarding", SampleSteps.Forwarding),
        ("warning", SampleSteps.Warning),
        ("plan-request", SampleSteps.PlanRequest),
        ("suspension", SampleFacts.Suspension),
        ("reinstatement", SampleReinstatement.Lifted),
        ("termination", SampleTermination.Facts),
        ("receipt", SampleLetters.Receipt),
        ("decision", SampleLetters.Decision),
    ];

    [Test]
    public void The_sample_of_each_kind_is_the_record_of_these_tests([ValueSource(nameof(Names))] string name)
    {
        var facts = FactsText.Write(Cut(Samples.Single(sample => sample.Name == name).Facts()));
        var path = Path.Combine(Folder(), $"{name}.json");
        var kept = File.Exists(path) ? File.ReadAllText(path) : "";
        if (kept != facts) File.WriteAllText(path + ".received", facts);

        Assert.That(kept == facts, Is.True, $"{path} is not what the tests write; compare it with {name}.json.received and rename that over it if it is right.");
    }

    [Test]
    public void Every_template_of_the_folder_compiles_on_the_sample()
    {
        var library = new TemplateLibrary(NoticeTexts.TemplatesFolder);
        var check = new CheckTemplate(library);

        var mistakes = library.All().Select(template => new TemplateName(template.Kind, template.Language))
            .Select(name => check.Find(name, library.FindText(name.Kind, name.Language)!)?.Sentence).OfType<string>();

        Assert.That(mistakes, Is.Empty);
    }

    [Test]
    public void The_sample_is_told_in_the_language_of_the_template() =>
        Assert.That(SampleNotice.Facts(new(NoticeKind.Suspension, "fr")).Measure!.Effective.Provider.Language, Is.EqualTo("fr"));

    [Test]
    public void The_sample_is_drawn_with_a_picture_for_every_screenshot()
    {
        var library = new TemplateLibrary(NoticeTexts.TemplatesFolder);
        var name = new TemplateName(NoticeKind.Suspension, "en");
        var document = new CheckTemplate(library).Compile(name, library.FindText(name.Kind, name.Language)!, SampleNotice.Facts(name));

        Assert.That(new PdfWriter(SpecimenNotice.Fonts).Write(document, _ => SampleNotice.Picture).Pages, Is.GreaterThan(10));
    }

    private static IEnumerable<string> Names() => Samples.Select(sample => sample.Name);

    private static NoticeFacts Cut(NoticeFacts facts)
    {
        var items = facts.Items.Where(item => item.Batch <= 3).ToArray();
        var numbers = items.Select(item => item.Number).ToHashSet();
        var removed = items.Count(item => item.State == AbuseDesk.Cases.ItemState.Removed);
        return facts with
        {
            Items = items,
            Batches = [.. facts.Batches.Where(batch => batch.Number <= 3)],
            LastCheck = facts.LastCheck is { } check ? check with { Sent = items.Length, Removed = removed, StillUp = items.Length - removed } : null,
            Terms = [.. facts.Terms.Select(version => version with { ItemNumbers = [.. version.ItemNumbers.Where(numbers.Contains)] }).Where(version => version.ItemNumbers.Count > 0)],
        };
    }

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "..", "src", "AbuseDesk", "Notices", "Workshop", "Samples"));
}
