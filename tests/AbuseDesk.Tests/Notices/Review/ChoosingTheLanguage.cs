using AbuseDesk.Cases;
using AbuseDesk.Evidence;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Notices.Workshop;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using Dapper;

namespace AbuseDesk.Tests.Notices.Review;

/// <summary>The contact who is addressed first gives the language.</summary>
public sealed class ChoosingTheLanguage(Engine engine) : NoticeTest(engine)
{
    protected override bool OwnTemplates => true;

    [TestCase("fr-CH", "fr", null)]
    [TestCase("de-AT", "de", null)]
    [TestCase("en-GB", "en", null)]
    [TestCase("pt-BR", "en", "pt-BR")]
    public async Task A_notice_is_in_the_language_of_its_reader_or_in_english_and_says_why(string locale, string language, string? fallbackFrom)
    {
        await SpeakAsync("abuse", locale);
        await FileAsync(1);

        var (_, facts, text) = await ReadAsync(await ForwardAsync());

        Assert.That((facts.Language, facts.FallbackFrom), Is.EqualTo((language, fallbackFrom)));
        Assert.That(text, Does.Contain(language switch { "fr" => "Nous vous transmettons 1 élément", "de" => "Wir übersenden Ihnen 1 Inhalt", _ => "We send you 1 item" }));
    }

    [TestCase("fr-FR", "fr")]
    [TestCase("de-DE", "de")]
    public async Task The_shipped_template_passes_every_check_and_quotes_the_record(string locale, string language)
    {
        await SpeakAsync("legal", locale);
        var reference = await SubmittedAsync();

        var (subject, facts, text) = await ReadAsync(reference);

        Assert.That((await Get<NoticeChecks>().RunAsync(reference)).Checks.Where(check => !check.Passed), Is.Empty);
        Assert.That((facts.Language, facts.Customer!.Addressee), Is.EqualTo((language, language == "fr" ? "direction juridique" : "Rechtsabteilung")));
        Assert.That(subject, Does.StartWith(language == "fr" ? "Avis de suspension" : "Mitteilung der Sperrung"));
        Assert.That(text, Does.Contain("endangers persons"), "the terms stay as they were published");
    }

    [TestCase("fr-FR", 1, "Une partie de l’image a été occultée.")]
    [TestCase("de-DE", 2, "2 Teile des Bildes wurden geschwärzt.")]
    [TestCase("en-GB", 2, "2 parts of the picture were blacked out.")]
    public async Task What_was_blacked_out_is_said_in_the_language_of_the_notice(string locale, int boxes, string sentence)
    {
        await SpeakAsync("abuse", locale);
        await FileAsync(1);
        var original = await Database.ReadAsync(connection => connection.QuerySingleAsync<string>("select c.sha256 from screenshots s join captures c on c.id = s.capture_id"));
        await Get<RedactScreenshot>().RunAsync(People.Ines, CaseRef, 1, original, [.. Enumerable.Range(0, boxes).Select(box => new RedactionBox(box * 15, 0, 10, 10))], "A bystander.");

        Assert.That((await ReadAsync(await ForwardAsync())).Facts.Items.Single().Exhibits.Single().Redaction!.Description, Is.EqualTo(sentence));
    }

    [TestCase("fr-FR", "Un filtre a repéré l’élément et une personne a décidé")]
    [TestCase("en-GB", "A filter found the item; a person decided on it")]
    public async Task Automated_means_are_said_where_their_author_states_them_and_else_denied(string locale, string means)
    {
        await SpeakAsync("legal", locale);
        await SubmittedAsync();
        await Get<WithdrawNotice>().RunAsync(People.Ines, "N-2020-0003", "again");
        var denied = locale == "fr-FR" ? "Aucun moyen automatisé" : "No automated means were used";

        var reference = (await Get<DraftNotice>().RunAsync(People.Ines, Suspension() with { AutomatedMeans = means })).Ref;
        Assert.That((await ReadAsync(reference)).Text, Does.Contain(means + ".").And.Not.Contain(denied));
        Assert.That((await Get<NoticeChecks>().RunAsync(reference)).Checks.Where(check => check.Source == "DSA Art 17(3)(c)").Select(check => check.Passed), Is.Not.Empty.And.All.True);
        await Get<RedraftNotice>().RunAsync(People.Ines, reference, new());
        Assert.That((await ReadAsync(reference)).Text, Does.Contain(means + "."));
        await Get<RedraftNotice>().RunAsync(People.Ines, reference, new() { AutomatedMeans = "" });
        Assert.That((await ReadAsync(reference)).Text, Does.Contain(denied).And.Not.Contain(means));
    }

    [Test]
    public async Task A_kind_without_a_file_can_be_published_in_a_language_that_has_words()
    {
        var file = Path.Combine(Desk.Settings.Templates, "notices", "en", "termination.md");
        var text = File.ReadAllText(file);
        File.Delete(file);

        await Get<PublishTemplate>().RunAsync(People.Ruth, new(NoticeKind.Termination, "en"), text, "the first of its kind");

        Assert.That((await Get<TemplateRecords>().ListAsync()).Single(one => one.Name == new TemplateName(NoticeKind.Termination, "en")).Current.Number, Is.EqualTo(1));
        Assert.That((await Get<CurrentTemplates>().GetAsync(NoticeKind.Termination, "en")).Version, Is.EqualTo(1));
    }

    [TestCase("fr-FR", "fr", "measure.effective.utc.weekday_date_time", "does not state the instant")]
    [TestCase("fr-FR", "fr", "provider.legal_email", "review is asked for")]
    [TestCase("de-DE", "de", "measure.preserved_until.provider.weekday_date_time", "until when the data are preserved")]
    [TestCase("de-DE", "de", "measure.resources", "does not name")]
    public async Task A_template_of_any_language_that_leaves_it_out_blocks_the_approval(string locale, string language, string variable, string sentence)
    {
        await SpeakAsync("legal", locale);
        var template = Path.Combine(Desk.Settings.Templates, "notices", language, "suspension.md");
        var whole = File.ReadAllText(template);
        var without = System.Text.RegularExpressions.Regex.Replace(whole, @"\{\{\s*" + System.Text.RegularExpressions.Regex.Escape(variable) + @"[^}]*\}\}", "—");
        Assert.That(without, Is.Not.EqualTo(whole));
        File.WriteAllText(template, without);
        var reference = await SubmittedAsync();

        Assert.That(() => Get<ApproveNotice>().RunAsync(People.Ruth, reference), Throws.TypeOf<DeskException>().With.Message.Contains(sentence));
    }

    [TestCase("fr-FR", "moins de 80 % des éléments qui vous ont été transmis")]
    [TestCase("de-DE", "weniger als 80 % der Ihnen übersandten Inhalte")]
    public async Task What_the_ladder_provides_for_is_said_in_the_language(string locale, string condition)
    {
        await SpeakAsync("abuse", locale);
        await FileAsync(1);

        var (_, facts, text) = await ReadAsync(await ForwardAsync());

        Assert.That(facts.NextSteps.Single().Condition, Does.StartWith(condition));
        Assert.That(text, Does.Contain(condition));
    }

    private Task<int> SpeakAsync(string role, string locale) =>
        Database.WriteAsync(tx => tx.ExecuteAsync("update contacts set locale = @locale where role = @role", new { role, locale }));

    private async Task<(string Subject, NoticeFacts Facts, string Text)> ReadAsync(string reference)
    {
        var records = Get<NoticeRecords>();
        var version = (await records.VersionsAsync((await records.GetAsync(reference)).Id))[^1];
        async Task<string> StoredAsync(string sha256) => System.Text.Encoding.UTF8.GetString(await Get<IEvidenceStore>().ReadAsync(sha256));
        return (version.Subject, FactsText.Read(await StoredAsync(version.FactsSha256)), string.Join(' ', (await StoredAsync(version.TextSha256)).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
    }
}
