using AbuseDesk.Cases;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Review;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Review;

/// <summary>What a check says of the text is looked up in the text, so that a template that leaves it out is caught.</summary>
public sealed class CheckingTheText(Engine engine) : NoticeTest(engine)
{
    protected override bool OwnTemplates => true;

    private string Template => Path.Combine(Desk.Settings.Templates, "notices", "en", "suspension.md");

    [Test]
    public async Task The_shipped_template_passes_every_check()
    {
        var reference = await SubmittedAsync();

        Assert.That((await Get<NoticeChecks>().RunAsync(reference)).Checks.Where(check => !check.Passed), Is.Empty);
    }

    [TestCase("measure.territories", "does not state the territory")]
    [TestCase("automated_means", "does not state the automated means")]
    [TestCase("provider.legal_email", "review is asked for")]
    [TestCase("measure.effective.customer.weekday_date_time", "does not state the instant")]
    [TestCase("measure.preserved_until.provider.weekday_date_time", "until when the data are preserved")]
    public async Task A_template_that_leaves_it_out_blocks_the_approval(string variable, string sentence)
    {
        UseTemplatesWithout(variable);
        var reference = await SubmittedAsync();

        Assert.That(() => Get<ApproveNotice>().RunAsync(People.Ruth, reference), Throws.TypeOf<DeskException>().With.Message.Contains(sentence));
        Assert.That(await StatusAsync(reference), Is.EqualTo("in-review"));
    }

    [TestCase("Marta Quill", "desk@watch.example", "They told us: Marta Quill saw it.")]
    [TestCase("Marta Quill", "desk@watch.example", "MARTA  QUILL again.")]
    [TestCase("Marta", "desk@watch.example", "Marta saw it.")]
    [TestCase("Marta Quill", "desk@watch.example", "Write to DESK@watch.example.")]
    public async Task A_reporter_named_in_an_excerpt_blocks_the_forwarding(string name, string email, string excerpt)
    {
        var seen = Clock.Now - Duration.FromHours(1);
        await Get<FileReport>().RunAsync(People.Ines, Known.Report("1", seen, "7.4", Severity.High) with
        {
            Excerpt = excerpt,
            Source = ReportSource.Form,
            ReporterName = name,
            ReporterEmail = email,
            Screenshots = [Known.Screenshot(seen)],
        });

        Assert.That(() => ForwardAsync(), Throws.TypeOf<DeskException>().With.Message.Contains("names who reported").And.Message.Contains("reverse it"));
        Assert.That(await CountAsync("outbox"), Is.Zero);
    }

    [TestCase("Mark")]
    [TestCase("May")]
    public async Task A_word_that_is_also_the_name_of_a_reporter_is_no_name(string name)
    {
        var seen = Clock.Now - Duration.FromHours(1);
        await Get<FileReport>().RunAsync(People.Ines, Known.Report("1", seen, "7.4", Severity.High) with
        {
            Excerpt = "Come to the market, you may.",
            Source = ReportSource.Form,
            ReporterName = name,
            ReporterEmail = "m@watch.example",
            Screenshots = [Known.Screenshot(seen)],
        });

        Assert.That(() => ForwardAsync(), Throws.Nothing);
    }

    /// <summary>Templates of this test alone, where the variable is spelt out as a dash.</summary>
    private void UseTemplatesWithout(string variable)
    {
        var text = File.ReadAllText(Template);
        Assert.That(text, Does.Contain(variable));
        File.WriteAllText(Template, System.Text.RegularExpressions.Regex.Replace(text, @"\{\{\s*" + System.Text.RegularExpressions.Regex.Escape(variable) + @"[^}]*\}\}", "—"));
    }
}
