using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates;

namespace AbuseDesk.Tests.Notices;

public sealed class ReadingTheBrand
{
    private string folder = "";

    [SetUp]
    public void CreateFolder() => folder = Directory.CreateTempSubdirectory("brand").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void The_brand_that_ships_gives_the_letterhead_of_the_notices()
    {
        var facts = Brand.Read(NoticeTexts.TemplatesFolder).ToFacts(SampleItems.Moment("2021-01-10T23:59:00"));

        Assert.That(facts.Letterhead, Is.EqualTo(SampleParties.Provider.Letterhead));
        Assert.That(facts with { Letterhead = [], ExportKinds = [] }, Is.EqualTo(SampleParties.Provider with { Letterhead = facts.Letterhead, ExportKinds = facts.ExportKinds } with { Letterhead = [], ExportKinds = [] }));
    }

    [Test]
    public void A_missing_file_is_named() =>
        Assert.That(() => Brand.Read(folder), Throws.TypeOf<DeskException>().With.Message.StartsWith("templates/brand.yml is missing"));

    [Test]
    public void A_missing_key_is_named() => Says("name: Example Cloud\n", "the key 'unit' is missing; add it.");

    [Test]
    public void An_unknown_key_is_named_with_its_line() => Says("name: Example Cloud\nunitt: Abuse Desk\n", "templates/brand.yml, line 2: there is no key 'unitt' here; correct this line.");

    private void Says(string text, string said)
    {
        File.WriteAllText(Path.Combine(folder, "brand.yml"), text);
        Assert.That(() => Brand.Read(folder), Throws.TypeOf<DeskException>().With.Message.Contains(said));
    }
}
