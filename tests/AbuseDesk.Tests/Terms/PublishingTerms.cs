using System.Text;
using AbuseDesk.Evidence;
using AbuseDesk.Journal;
using AbuseDesk.Terms;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using Dapper;
using NodaTime;

namespace AbuseDesk.Tests.Terms;

public sealed class PublishingTerms(Engine engine) : DeskTest(engine)
{
    private static string First => File.ReadAllText(Policies.Sample("terms/terms-2019-05-01.md"));

    private static string Second => File.ReadAllText(Policies.Sample("terms/terms-2020-12-01.md"));

    [Test]
    public async Task A_version_is_on_record_with_its_clauses_paths_and_document()
    {
        var terms = await PublishAsync(Second);

        var clauses = await Database.ReadAsync(connection => ClausesInForce.OfVersionAsync(connection, terms.Id));
        var document = await Get<ReadEvidence>().RunAsync(terms.DocumentSha256);
        Assert.That((terms.Version, terms.EffectiveAt, terms.EffectiveLocal, terms.EffectiveZone, terms.PublishedBy),
            Is.EqualTo(("2020-12-01", At("2020-12-01T08:00:00Z"), "2020-12-01T00:00:00", "America/Los_Angeles", "ruth")));
        Assert.That(clauses, Has.Count.EqualTo(42));
        Assert.That(clauses.Select(clause => clause.Ordinal), Is.EqualTo(Enumerable.Range(1, 42)));
        Assert.That(terms.Paths.Select(path => (path.Id, path.Clause, path.CureDays)), Is.EqualTo(new[] { ("cure", "9.2", 30), ("immediate", "9.3", 0), ("termination", "10.3", 0) }));
        Assert.That(terms.Paths[1].Preconditions.Select(precondition => precondition.Fact),
            Is.EqualTo(new[] { "critical_content", "written_warning", "no_adequate_plan" }));
        Assert.That(Encoding.UTF8.GetString(document.Bytes), Is.EqualTo(Second));
        Assert.That(document.Evidence.MediaType, Is.EqualTo("text/markdown"));
    }

    [Test]
    public async Task The_clause_in_force_changes_at_the_instant_of_the_next_version()
    {
        await PublishAsync(First);
        await PublishAsync(Second);
        var change = At("2020-12-01T08:00:00Z");

        var before = await ByTopicAsync("violence", change - Duration.FromMilliseconds(1));
        var after = await ByTopicAsync("violence", change);

        Assert.That((before!.Number, before.Heading, before.Version, before.InForceUntil), Is.EqualTo(("6.2", "Violence", "2019-05-01", (Instant?)change)));
        Assert.That((after!.Number, after.Heading, after.Version, after.InForceUntil), Is.EqualTo(("7.4", "Incitement to violence", "2020-12-01", (Instant?)null)));
        Assert.That(await ByTopicAsync("graphic-content", change - Duration.FromMilliseconds(1)), Is.Null);
        Assert.That(await ByTopicAsync("violence", At("2019-05-01T06:59:59Z")), Is.Null);
    }

    [Test]
    public async Task A_clause_is_found_by_its_number_also_inside_a_transaction()
    {
        await PublishAsync(Second);

        var clause = await Database.WriteAsync(tx => ClausesInForce.GetClauseAsync(tx.Connection, "§ 7.4.", At("2021-01-09T17:00:00Z")));

        Assert.That((clause.Number, clause.Topic), Is.EqualTo(("7.4", "violence")));
        Assert.That(clause.Body, Does.StartWith("Customer Content must not call for").And.Not.Contain("\n"));
    }

    [Test]
    public async Task An_unknown_number_is_told_with_the_version_and_its_neighbours()
    {
        await PublishAsync(First);
        await PublishAsync(Second);

        Assert.That(() => Database.ReadAsync(connection => ClausesInForce.GetClauseAsync(connection, "6.9", At("2020-11-16T00:00:00Z"))),
            Throws.TypeOf<DeskException>().With.Message.EqualTo(
                "There is no clause “6.9” in the terms of 2019-05-01, which were in force on 2020-11-16; near it are 6.1 Deception, 6.2 Violence, 6.3 Malicious software, 6.4 Unsolicited messages, 6.5 Attacks on systems."));
    }

    [Test]
    public async Task Before_the_first_version_no_clause_is_in_force()
    {
        Assert.That(() => Database.ReadAsync(connection => TermsRecords.GetInForceAsync(connection, At("2020-01-01T00:00:00Z"))),
            Throws.TypeOf<DeskException>().With.Message.Contains("No terms are published"));
        await PublishAsync(Second);
        Assert.That(() => Database.ReadAsync(connection => TermsRecords.GetInForceAsync(connection, At("2020-01-01T00:00:00Z"))),
            Throws.TypeOf<DeskException>().With.Message.Contains("No terms were in force at 2020-01-01 00:00 UTC; the earliest published version is 2020-12-01"));
    }

    [Test]
    public async Task The_picker_searches_number_heading_and_text_and_ignores_case()
    {
        await PublishAsync(Second);

        var found = await Database.ReadAsync(connection => ClausesInForce.SearchAsync(connection, At("2021-01-09T17:00:00Z"), "VIOLENCE group"));
        var headings = await Database.ReadAsync(connection => ClausesInForce.SearchAsync(connection, At("2021-01-09T17:00:00Z"), "violence"));
        var all = await Database.ReadAsync(connection => ClausesInForce.SearchAsync(connection, At("2021-01-09T17:00:00Z"), " "));

        Assert.That(found.Select(clause => clause.Number), Is.EqualTo(new[] { "7.4" }));
        Assert.That(headings.Select(clause => clause.Number), Is.EqualTo(new[] { "7.4", "7.5", "7.8" }));
        Assert.That(all, Has.Count.EqualTo(42));
    }

    [Test]
    public async Task A_published_version_cannot_be_published_again()
    {
        await PublishAsync(First);

        Assert.That(() => PublishAsync(First.Replace("threatens", "thinks of", StringComparison.Ordinal)),
            Throws.TypeOf<DeskException>().With.Message.Contains("2019-05-01 of the terms is already published and cannot change"));
        Assert.That(await Database.ReadAsync(TermsRecords.ListAsync), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task No_version_slips_in_before_a_published_one()
    {
        await PublishAsync(Second);

        Assert.That(() => PublishAsync(First), Throws.TypeOf<DeskException>().With.Message.Contains("in the order in which they take effect"));
    }

    [Test]
    public async Task An_agent_may_not_publish()
    {
        Assert.That(() => Get<PublishTerms>().RunAsync(People.Ines, First, "t.md"),
            Throws.TypeOf<DeskException>().With.Message.Contains("may not publish terms: that needs the role legal or admin"));
        Assert.That(await Database.ReadAsync(connection => connection.QuerySingleAsync<long>("select count(*) from journal")), Is.Zero);
    }

    [Test]
    public async Task The_versions_are_listed_latest_first_and_shown_by_name()
    {
        await PublishAsync(First);
        await PublishAsync(Second);

        var listed = await Database.ReadAsync(TermsRecords.ListAsync);
        var entries = await Database.ReadAsync(connection => connection.QueryAsync<string>(
            "select summary from journal where chain = @Desk order by number", new { JournalWriter.Desk }));

        Assert.That(listed.Select(terms => terms.Version), Is.EqualTo(new[] { "2020-12-01", "2019-05-01" }));
        Assert.That(entries, Is.EqualTo(new[] { "published the terms of 2019-05-01 with 34 clauses", "published the terms of 2020-12-01 with 42 clauses" }));
        Assert.That(() => Database.ReadAsync(connection => TermsRecords.GetAsync(connection, "2021")),
            Throws.TypeOf<DeskException>().With.Message.Contains("no version “2021” of the terms; published are 2020-12-01, 2019-05-01"));
    }

    private Task<TermsVersion> PublishAsync(string markdown) => Get<PublishTerms>().RunAsync(People.Ruth, markdown, "terms.md");

    private Task<Clause?> ByTopicAsync(string topic, Instant at) => Database.ReadAsync(connection => ClausesInForce.FindByTopicAsync(connection, topic, at));
}
