using AbuseDesk.Notices.Writers;

namespace AbuseDesk.Tests.Notices;

public sealed class SuspendingInEnglish
{
    [Test]
    public void The_text_is_as_approved() => ApprovedText.Check("suspension", "txt", NoticeTexts.Text(SampleFacts.Suspension()));

    [Test]
    public void The_mail_is_as_approved() =>
        ApprovedText.Check("suspension", "html", HtmlMailWriter.Write(NoticeTexts.Compile(SampleFacts.Suspension())));
}
