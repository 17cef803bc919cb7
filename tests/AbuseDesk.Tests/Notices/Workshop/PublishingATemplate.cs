using AbuseDesk.Journal;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates;
using AbuseDesk.Notices.Workshop;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Notices.Review;
using AbuseDesk.Tests.Staff;
using Dapper;

namespace AbuseDesk.Tests.Notices.Workshop;

public sealed class PublishingATemplate(Engine engine) : NoticeTest(engine)
{
    private static readonly TemplateName Warning = new(NoticeKind.Warning, "en");

    private string FileText => Get<TemplateLibrary>().FindText(NoticeKind.Warning, "en")!;

    [Test]
    public async Task A_notice_is_made_with_the_latest_published_version_and_says_which()
    {
        await FileAsync(1);
        await ForwardAsync();
        Clock.Now += NodaTime.Duration.FromHours(25);
        await CheckAsync(1, AbuseDesk.Cases.CheckOutcome.StillUp);
        Assert.That((await DraftedAsync()).TemplateVersion, Is.Zero);

        await PublishAsync(With("This sentence is new."), "one sentence more");
        var drafted = await DraftedAsync();

        Assert.That(drafted.TemplateVersion, Is.EqualTo(1));
        Assert.That(await TextAsync(drafted), Does.Contain("This sentence is new."));
    }

    [Test]
    public async Task What_was_published_stays_as_it_was_whatever_follows()
    {
        await PublishAsync(With("First."), "one");
        await PublishAsync(With("Second."), "two");

        var versions = await Get<TemplateRecords>().VersionsAsync(Warning);

        Assert.That(versions.Select(version => (version.Number, version.Note)), Is.EqualTo(new[] { (2, "two"), (1, "one"), (0, "the file of the installation") }));
        Assert.That(versions.Select(version => version.Text), Is.EqualTo(new[] { With("Second."), With("First."), FileText }));
        Assert.That(versions[0].PublishedBy, Is.EqualTo("ruth"));
    }

    [Test]
    public async Task A_text_that_was_changed_in_the_database_makes_no_notice()
    {
        await PublishAsync(With("First."), "one");
        await Database.WriteAsync(tx => tx.ExecuteAsync("update template_versions set text = replace(text, 'First.', 'Forged.')"));

        Assert.That(() => Get<CurrentTemplates>().GetAsync(NoticeKind.Warning, "en"), Throws.TypeOf<DeskException>().With.Message.Contains("is not the text that was published"));
    }

    [Test]
    public async Task A_publication_is_journalled_on_the_chain_of_the_desk()
    {
        await PublishAsync(With("First."), "one sentence more");

        var entry = await Database.ReadAsync(connection => connection.QuerySingleAsync<(string Chain, string Actor, string Summary)>(
            "select chain, actor, summary from journal where act = 'template-published'"));
        Assert.That(entry, Is.EqualTo((JournalWriter.Desk, "ruth", "published version 1 of the template warning/en: one sentence more")));
    }

    [Test]
    public async Task A_template_that_does_not_compile_on_the_sample_is_refused_with_its_place()
    {
        await RefusedAsync(() => PublishAsync(FileText + "\nDear {{ customer.nmae }}\n", "broken"), "there is no variable 'customer.nmae'; did you mean 'customer.name'?");
        await RefusedAsync(() => PublishAsync(FileText + "\nBy {{ acknowledge_by.provider.date }}\n", "no value"), "has no value in this notice");
        await RefusedAsync(() => PublishAsync(FileText.Replace("kind: warning", "kind: suspension", StringComparison.Ordinal), "wrong head"), "the head says suspension");
        await RefusedAsync(() => PublishAsync(With("First."), " "), "Say in a note");
        await RefusedAsync(() => PublishAsync(FileText, "the same"), "The text is that of version 0; change it");
    }

    [Test]
    public async Task Who_has_not_seen_the_latest_version_cannot_publish_over_it()
    {
        await Get<PublishTemplate>().RunAsync(People.Ruth, Warning, With("First."), "one", seen: 0);

        await RefusedAsync(() => Get<PublishTemplate>().RunAsync(People.Ruth, Warning, With("Second."), "two", seen: 0), "Version 1 was published meanwhile", published: 1);
    }

    [Test]
    public async Task Of_two_who_publish_at_the_same_moment_one_is_told()
    {
        var acts = new[] { "First.", "Second." }.Select(async words =>
        {
            try
            {
                await Get<PublishTemplate>().RunAsync(People.Ruth, Warning, With(words), "note", seen: 0);
                return null;
            }
            catch (DeskException told)
            {
                return told.Message;
            }
        });

        var said = await Task.WhenAll(acts);

        Assert.That(said.OfType<string>().Single(), Does.Contain("published meanwhile"));
    }

    [Test]
    public async Task Only_legal_publishes_and_keeps_drafts()
    {
        foreach (var person in new[] { People.Ines, People.Maren, People.Admin, People.Auditor })
        {
            await RefusedAsync(() => Get<PublishTemplate>().RunAsync(person, Warning, With("First."), "one"), "needs the role legal");
            await RefusedAsync(() => Get<TemplateDrafts>().KeepAsync(person, Warning, "x", 0), "needs the role legal");
        }
    }

    [Test]
    public async Task A_draft_is_kept_for_its_writer_alone_until_it_is_published()
    {
        var drafts = Get<TemplateDrafts>();
        await drafts.KeepAsync(People.Ruth, Warning, "half a\r\nsentence {{", 0);

        Assert.That((await drafts.FindAsync(People.Ruth, Warning))!.Text, Is.EqualTo("half a\nsentence {{"));
        Assert.That(await drafts.FindAsync(People.Admin, Warning), Is.Null);
        await PublishAsync(With("First."), "one");
        Assert.That(await drafts.FindAsync(People.Ruth, Warning), Is.Null);
    }

    [Test]
    public async Task A_draft_is_tried_on_a_notice_of_the_desk_without_changing_it()
    {
        await FileAsync(2);
        await ForwardAsync();
        Clock.Now += NodaTime.Duration.FromHours(25);
        await CheckAsync(1, AbuseDesk.Cases.CheckOutcome.StillUp);
        var drafted = await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest { CaseRef = CaseRef, Kind = NoticeKind.Warning });
        var preview = Get<PreviewTemplate>();

        Assert.That((await preview.SubjectsAsync(Warning)).Single().Ref, Is.EqualTo(drafted.Ref));
        Assert.That(await preview.TextAsync(Warning, With("First."), drafted.Ref), Does.Contain("First.").And.Contain(drafted.Ref));
        Assert.That(await preview.MailAsync(Warning, With("First."), null), Does.Contain("First."));
        Assert.That((await preview.PdfAsync(Warning, With("First."), drafted.Ref)).AsSpan(0, 4).ToArray(), Is.EqualTo("%PDF"u8.ToArray()));
        Assert.That(await CountAsync("notice_versions"), Is.EqualTo(2));
    }

    private string With(string sentence) => $"{FileText}\n{sentence}\n";

    private Task<TemplateVersion> PublishAsync(string text, string note) => Get<PublishTemplate>().RunAsync(People.Ruth, Warning, text, note);

    private async Task RefusedAsync(Func<Task> act, string sentence, int published = 0)
    {
        Assert.That(act, Throws.TypeOf<DeskException>().With.Message.Contains(sentence));
        Assert.That(await CountAsync("template_versions"), Is.EqualTo(published));
    }

    private async Task<NoticeVersionRow> DraftedAsync()
    {
        var drafted = await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest { CaseRef = CaseRef, Kind = NoticeKind.Warning });
        var records = Get<NoticeRecords>();
        return (await records.VersionsAsync((await records.GetAsync(drafted.Ref)).Id)).Single();
    }

    private async Task<string> TextAsync(NoticeVersionRow version) =>
        System.Text.Encoding.UTF8.GetString(await Get<AbuseDesk.Evidence.IEvidenceStore>().ReadAsync(version.TextSha256));
}
