using System.Text;
using AbuseDesk.Cases;
using AbuseDesk.Evidence;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Review;
using AbuseDesk.Tests.Database;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Review;

/// <summary>Legal may edit templates while notices wait: what was compiled is judged by the template that it was compiled with.</summary>
public sealed class JudgingByItsOwnTemplate(Engine engine) : NoticeTest(engine)
{
    protected override bool OwnTemplates => true;

    private string TemplateFile => Path.Combine(Desk.Settings.Templates, "notices", "en", "suspension.md");

    [Test]
    public async Task Its_template_is_kept_as_evidence_under_the_hash_that_the_version_names()
    {
        var (_, version) = await DraftedAsync();

        var kept = Encoding.UTF8.GetString(await Get<IEvidenceStore>().ReadAsync(version.TemplateSha256));

        var words = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(TemplateFile)!, "language.yml"));
        Assert.That(kept, Is.EqualTo((await File.ReadAllTextAsync(TemplateFile)).ReplaceLineEndings("\n") + "\0" + words));
        Assert.That(await EvidenceRowsAsync(version.TemplateSha256), Is.EqualTo(1));
    }

    [Test]
    public async Task A_template_that_is_edited_later_changes_no_check()
    {
        var (reference, _) = await DraftedAsync();
        var before = await SentencesAsync(reference);

        await EditAsync(text => text.Replace("{{", "{{ ", StringComparison.Ordinal) + "\nA sentence of tomorrow.\n");

        Assert.That(await SentencesAsync(reference), Is.EqualTo(before));
        Assert.That(before, Has.Some.Contains("Every count, date and name in the text is computed from the record"));
    }

    [Test]
    public async Task A_template_that_is_broken_later_blocks_nothing_that_was_compiled_before()
    {
        var (reference, _) = await DraftedAsync();

        await EditAsync(text => text + "\n{{ no.such.variable }}\n");

        Assert.That((await Get<NoticeChecks>().RunAsync(reference)).Checks.Where(check => !check.Passed), Is.Empty);
    }

    [Test]
    public async Task The_sentences_that_would_be_untrue_are_those_of_its_own_template()
    {
        var (reference, _) = await DraftedAsync();
        Clock.Now += Duration.FromHours(1);
        await CheckAsync(2, CheckOutcome.Removed);
        var original = await UntrueAsync(reference);

        await EditAsync(text => text + "\nThere are {{ counts.still_up }} items of tomorrow.\n");

        Assert.That(original, Is.Not.Empty);
        Assert.That(await UntrueAsync(reference), Is.EqualTo(original));
    }

    private async Task<IReadOnlyList<string>> UntrueAsync(string reference) =>
        [.. (await Get<NoticeChecks>().RunAsync(reference)).Checks.SelectMany(check => check.Untrue).Select(sentence => $"{sentence.Was}")];

    private async Task<(string Reference, NoticeVersionRow Version)> DraftedAsync()
    {
        var reference = await SubmittedAsync();
        var row = await Get<NoticeRecords>().GetAsync(reference);
        return (reference, (await Get<NoticeRecords>().VersionsAsync(row.Id))[^1]);
    }

    private async Task EditAsync(Func<string, string> edit) => await File.WriteAllTextAsync(TemplateFile, edit(await File.ReadAllTextAsync(TemplateFile)));

    private async Task<IReadOnlyList<string>> SentencesAsync(string reference) =>
        [.. (await Get<NoticeChecks>().RunAsync(reference)).Checks.Select(check => $"{check.Passed} {check.Sentence} ({check.Source})")];

    private Task<long> EvidenceRowsAsync(string sha256) =>
        Database.ReadAsync(connection => Dapper.SqlMapper.QuerySingleAsync<long>(connection, "select count(*) from evidence where sha256 = @sha256", new { sha256 }));
}
