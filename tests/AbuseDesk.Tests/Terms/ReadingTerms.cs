using AbuseDesk.Terms;

namespace AbuseDesk.Tests.Terms;

public sealed class ReadingTerms
{
    private const string Front = "---\nversion: 2020-12-01\ntitle: Terms\neffective: 2020-12-01T00:00:00\nzone: America/Los_Angeles\n---\n";

    [Test]
    public void Clauses_have_number_heading_key_and_text_up_to_the_next_heading()
    {
        var document = TermsDocument.Parse(Front + "# 6 Use\n\nNot of a clause.\n\n## 6.2 Violence {#violence}\n\nNo *threats*.\n\n- none\n\n# 7 More\n\n## § 7.1. Très grave: spam\n\nNo spam.", "t.md");

        Assert.That(document.Clauses, Is.EqualTo(new[]
        {
            new ClauseText("6.2", "Violence", "violence", "No *threats*.\n\n- none", 11),
            new ClauseText("7.1", "Très grave: spam", "tres-grave-spam", "No spam.", 19),
        }));
        Assert.That((document.Version, document.Title, document.Effective.Instant.ToString()), Is.EqualTo(("2020-12-01", "Terms", "2020-12-01T08:00:00Z")));
    }

    [Test]
    public void A_number_sign_inside_a_code_block_starts_no_clause()
    {
        var document = TermsDocument.Parse(Front + "## 1.1 One\n\n```\n## 1.2 no heading\n```\n", "t.md");

        Assert.That(document.Clauses.Select(clause => clause.Number), Is.EqualTo(new[] { "1.1" }));
    }

    [Test]
    public void Line_ends_of_Windows_and_a_byte_order_mark_change_nothing()
    {
        const string text = Front + "## 1.1 One\n\nText.\nMore.\n";

        Assert.That(
            TermsDocument.Parse("\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal), "t.md").Clauses,
            Is.EqualTo(TermsDocument.Parse(text, "t.md").Clauses));
    }

    [TestCase("2021-02-01", "2021-02-01T08:00:00Z")]
    [TestCase("2021-07-01T12:00", "2021-07-01T19:00:00Z")]
    public void A_given_effective_time_goes_before_the_one_in_the_file(string given, string instant) =>
        Assert.That(TermsDocument.Parse(Front + "## 1.1 One\n\nText.", "t.md", given).Effective.Instant.ToString(), Is.EqualTo(instant));

    [TestCase("# Terms\n", "t.md has no front matter; start it with a line")]
    [TestCase("---\ntitle: Terms\n---\n## 1.1 One\n\nText.", "t.md, line 2: version is missing")]
    [TestCase("---\nversion: 1\ntitle: Terms\nzone: Europe/Paris\n---\n## 1.1 One\n\nText.", "effective is missing")]
    [TestCase("---\nversion: [\n---\n## 1.1 One\n\nText.", "this is not YAML")]
    [TestCase(Front + "# 1 Nothing\n\nText.", "t.md has no clauses; a clause starts with a heading such as")]
    [TestCase(Front + "## 1.1 One\n\nText.\n\n## 1.1 Two\n\nText.", "t.md, line 11: the number “1.1” is already that of the clause on line 7")]
    [TestCase(Front + "## 1.1 One\n\nText.\n\n## 1.2 One\n\nText.", "the key “one” is already that of the clause on line 7")]
    [TestCase(Front + "## Violence\n\nText.", "t.md, line 7: the heading “Violence” has no clause number")]
    [TestCase(Front + "## 1.1 One\n\n## 1.2 Two\n\nText.", "t.md, line 7: clause 1.1 has no text")]
    public void What_cannot_be_terms_is_told_in_one_sentence(string text, string sentence) =>
        Assert.That(() => TermsDocument.Parse(text, "t.md"), Throws.TypeOf<DeskException>().With.Message.Contains(sentence));

    [TestCase("id: cure\n    clause: \"9.9\"", "line 8: paths[1].clause must be the number of a clause of this document, and 9.9 is none")]
    [TestCase("id: slow\n    clause: \"1.1\"", "paths[1].id must be one of cure, immediate, termination")]
    [TestCase("id: termination\n    clause: \"1.1\"", "paths[1].notice_days is missing")]
    [TestCase("id: cure\n    clause: \"1.1\"\n    colour: red", "paths[1].colour is not known")]
    [TestCase("id: cure\n    clause: \"1.1\"\n    preconditions:\n      - {id: a, fact: x, topic: none, label: L}", "paths[1].preconditions[1].topic must be the key of a clause of this document")]
    public void A_contract_path_is_held_against_the_clauses(string path, string sentence)
    {
        var front = Front.Replace("\n---\n", $"\npaths:\n  - {path}\n    title: T\n    cure_days: 30\n---\n", StringComparison.Ordinal);

        Assert.That(() => TermsDocument.Parse(front + "## 1.1 One\n\nText.", "t.md"), Throws.TypeOf<DeskException>().With.Message.Contains(sentence));
    }

    [Test]
    public void An_effective_time_that_the_clock_skips_is_refused() =>
        Assert.That(() => TermsDocument.Parse(Front + "## 1.1 One\n\nText.", "t.md", "2021-03-14T02:30"),
            Throws.TypeOf<DeskException>().With.Message.Contains("does not exist in America/Los_Angeles"));
}
