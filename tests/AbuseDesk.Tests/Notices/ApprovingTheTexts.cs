using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates;
using AbuseDesk.Notices.Writers;

namespace AbuseDesk.Tests.Notices;

public sealed class ApprovingTheTexts
{
    private static readonly (string Name, Func<NoticeFacts> Facts)[] Notices =
    [
        ("forwarding", SampleSteps.Forwarding),
        ("warning", SampleSteps.Warning),
        ("plan-request", SampleSteps.PlanRequest),
        ("suspension", SampleFacts.Suspension),
        ("reinstatement", SampleReinstatement.Lifted),
        ("reinstatement-called-off", SampleReinstatement.CalledOff),
        ("termination", SampleTermination.Facts),
        ("receipt", SampleLetters.Receipt),
        ("decision", SampleLetters.Decision),
    ];

    [TestCaseSource(nameof(Names))]
    public void The_text_is_as_approved(string name) => ApprovedText.Check(name, "txt", NoticeTexts.Text(Facts(name)));

    [TestCaseSource(nameof(Translated))]
    public void The_text_of_another_language_is_as_approved(string name, string language) =>
        ApprovedText.Check($"{name}.{language}", "txt", NoticeTexts.Text(Facts(name).In(language)));

    [TestCaseSource(nameof(Names))]
    public void The_mail_is_as_approved(string name) =>
        ApprovedText.Check(name, "html", HtmlMailWriter.Write(NoticeTexts.Compile(Facts(name))));

    [TestCaseSource(nameof(Names))]
    public void No_line_is_longer_than_76_columns(string name) => Assert.That(
        Languages(name).Prepend("en").SelectMany(language => NoticeTexts.Text(Facts(name).In(language)).Split('\n').Where(line => line.Length > 76)), Is.Empty);

    [TestCaseSource(nameof(Names))]
    public void The_same_facts_give_the_same_bytes(string name)
    {
        var (first, second) = (NoticeTexts.Compile(Facts(name)), NoticeTexts.Compile(Facts(name)));

        Assert.That(PlainTextWriter.Write(second), Is.EqualTo(PlainTextWriter.Write(first)));
        Assert.That(HtmlMailWriter.Write(second), Is.EqualTo(HtmlMailWriter.Write(first)));
    }

    private static IEnumerable<object[]> Translated() => Names().SelectMany(name => Languages(name).Select(language => new object[] { name, language }));

    // the kinds that are written in English alone have no template in the others
    private static IEnumerable<string> Languages(string name) =>
        new[] { "fr", "de" }.Where(language => new TemplateLibrary(NoticeTexts.TemplatesFolder).FindText(Facts(name).Kind, language) is not null);

    private static IEnumerable<string> Names() => Notices.Select(notice => notice.Name);

    private static NoticeFacts Facts(string name) => Notices.First(notice => notice.Name == name).Facts();
}
