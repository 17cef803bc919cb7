using AbuseDesk.Cases;
using AbuseDesk.Evidence;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Review;

public sealed class DraftingANotice(Engine engine) : NoticeTest(engine)
{
    [Test]
    public async Task A_forwarding_puts_its_items_into_the_next_batch()
    {
        await FileAsync(2);
        await ForwardAsync();
        Clock.Now += Duration.FromHours(30);
        await FileAsync(1);
        await ForwardAsync();

        Assert.That(await CountAsync("forwardings f join forwarding_items i on i.forwarding_id = f.id where f.batch = 1"), Is.EqualTo(2));
        Assert.That(await CountAsync("forwardings f join forwarding_items i on i.forwarding_id = f.id where f.batch = 2"), Is.EqualTo(1));
        Assert.That(() => ForwardAsync(), Throws.TypeOf<DeskException>().With.Message.Contains("nothing to forward"));
    }

    [Test]
    public async Task The_facts_are_those_of_the_record()
    {
        var reference = await SubmittedAsync();

        var facts = await FactsAsync(reference);

        Assert.That((facts.Counts.All, facts.Counts.Removed, facts.Counts.StillUp), Is.EqualTo((3, 1, 2)));
        Assert.That(facts.Documents.Select(document => (document.Label, document.Kind)), Is.EqualTo(new[]
        {
            ("D1", DocumentKind.Forwarding), ("D2", DocumentKind.Checks), ("D3", DocumentKind.Warning), ("D4", DocumentKind.Terms),
        }).Or.EqualTo(new[]
        {
            ("D1", DocumentKind.Forwarding), ("D2", DocumentKind.Warning), ("D3", DocumentKind.Checks), ("D4", DocumentKind.Terms),
        }));
        Assert.That(facts.Measure!.Effective.Customer.WeekdayDateTime.Replace('\u00a0', ' '), Is.EqualTo("Wednesday 9 December 2020, 08:59 CET"));
        Assert.That(facts.Contract!.Preconditions[0].Danger, Is.EqualTo(new DangerFacts
        {
            Clause = "7.4",
            Items = 3,
            Severity = "critical",
            Meaning = "call for an act and name a place, a time or a means",
            Severe = 3,
            SevereStillUp = 2,
        }).Or.Property("Severe").EqualTo(3));
    }

    [Test]
    public async Task The_same_record_gives_the_same_facts()
    {
        var reference = await SubmittedAsync();
        var facts = await FactsAsync(reference);

        Assert.That(FactsText.Write(FactsText.Read(FactsText.Write(facts))), Is.EqualTo(FactsText.Write(facts)));
    }

    [TestCase("2020-01-01T00:00", "in the past")]
    [TestCase(null, "Give the instant at which the suspension takes effect")]
    public async Task An_effective_instant_that_cannot_be_is_refused(string? effective, string sentence)
    {
        await FileAsync(1);
        await ForwardAsync();
        await CheckAsync(1, CheckOutcome.StillUp);
        var request = Suspension() with { Effective = effective is null ? null : PromisedTime.Parse(effective, "America/Los_Angeles") };

        Assert.That(() => Get<DraftNotice>().RunAsync(People.Ines, request), Throws.TypeOf<DeskException>().With.Message.Contains(sentence));
        Assert.That(await CountAsync("notices where kind = 'suspension'"), Is.Zero);
    }

    [Test]
    public async Task A_notice_that_states_what_is_still_up_needs_a_check()
    {
        await FileAsync(1);
        await ForwardAsync();

        Assert.That(() => WarnAsync(), Throws.TypeOf<DeskException>().With.Message.Contains("record a check first"));
    }

    [Test]
    public async Task An_auditor_cannot_draft()
    {
        await FileAsync(1);

        Assert.That(() => Get<DraftNotice>().RunAsync(People.Auditor, Suspension()), Throws.TypeOf<DeskException>());
    }

    [Test]
    public void An_unknown_case_is_named() =>
        Assert.That(() => Get<DraftNotice>().RunAsync(People.Ines, Suspension() with { CaseRef = "C-2020-0999" }),
            Throws.TypeOf<DeskException>().With.Message.StartsWith("There is no open case C-2020-0999"));

    private async Task<NoticeFacts> FactsAsync(string reference)
    {
        var records = Get<NoticeRecords>();
        var versions = await records.VersionsAsync((await records.GetAsync(reference)).Id);
        return FactsText.Read(System.Text.Encoding.UTF8.GetString(await Get<IEvidenceStore>().ReadAsync(versions[^1].FactsSha256)));
    }
}
