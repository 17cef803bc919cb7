using AbuseDesk.Deadlines;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;

namespace AbuseDesk.Tests.Deadlines;

/// <summary>The desk of Perch with every rule of the law switched on, and a counter notice that came on 22 December 2026.</summary>
public abstract class LawDesk(Engine engine) : PerchDesk(engine)
{
    protected override bool OwnTemplates => true;

    protected string Policy(string file) => Path.Combine(Desk.Settings.Templates, "policy", file);

    [SetUp]
    public void SwitchTheRulesOn()
    {
        Edit("deadlines.yml", "enabled: false", "enabled: true");
        Edit("deadlines.yml", "zone: America/New_York", "pause: {reasons: {clarification: [legal], force majeure: [legal, lead]}}\n    at_end: {turn: legal, to_do: decide what follows}");
        Edit("deadlines.yml", "    extend: none\n    waive: [legal]\n    blocks_closing: true\n    audience: [assignee, legal]\n    overdue: [lead]\n    reminders: {before: [72h", "    extend: {approve: [lead, legal], at_most: 30 business days}\n    waive: [legal]\n    blocks_closing: true\n    audience: [assignee, legal]\n    overdue: [lead]\n    reminders: {before: [72h");
        Clock.Now = At("2026-12-22T22:03:00Z");
    }

    protected void Edit(string file, string from, string to) => File.WriteAllText(Policy(file), File.ReadAllText(Policy(file)).Replace(from, to, StringComparison.Ordinal));

    /// <summary>It is due Wed 13 Jan 2027 23:59:59 in Los Angeles, and not before Friday the 8th.</summary>
    protected async Task<string> CounterNoticeAsync() =>
        (await Get<RecordEvent>().RunAsync(People.Ines, CaseRef, AnchorEvent.CounterNoticeReceived, Clock.Now, "by post")).Single();

    protected Task<DeadlineDetails> FindAsync(string deadline) => Get<FindDeadline>().GetAsync(deadline);

    protected Task<IReadOnlyList<string>> JournalAsync() => AllAsync<string>("select summary from journal order by number");

    protected Task<IReadOnlyList<string>> MailAsync() => AllAsync<string>("select recipients || ': ' || subject from outbox where kind = 'deadline' order by recipients");
}
