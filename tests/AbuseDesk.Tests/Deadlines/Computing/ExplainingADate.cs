using AbuseDesk.Deadlines;
using AbuseDesk.Deadlines.Computing;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Tests.Deadlines.Computing;

public sealed class ExplainingADate
{
    private const string Received = "the counter notice was received";
    private static readonly Calendars Shipped = new(Policies.PathOf("calendars"));
    private static readonly Instant Tuesday = At("2026-12-22T22:03:00Z");

    private static readonly Counting CounterNotice = new()
    {
        Within = Term.Find("10 business days")!,
        Calendar = Shipped.Get("us-federal"),
        Zone = Zones.Get("America/Los_Angeles"),
    };

    [Test]
    public void Business_days_name_their_calendar_the_event_and_the_holidays_skipped() => Assert.That(
        Explained(CounterNotice, Tuesday),
        Is.EqualTo("10 business days (US federal) after the counter notice was received on Tue 22 Dec 2026 14:03 PST: Thu 7 Jan 2027 23:59 PST; holidays skipped: 25 Dec, 1 Jan."));

    [Test]
    public void A_window_has_two_instants()
    {
        var window = CounterNotice with { Within = Term.Find("14 business days")!, NotBefore = Term.Find("10 business days") };

        var computed = Computation.Of(window, Tuesday);

        Assert.That((computed.NotBefore!.Instant, computed.Due.Instant), Is.EqualTo((At("2027-01-08T08:00:00Z"), At("2027-01-14T07:59:59Z"))));
        Assert.That(Explained(window, Tuesday), Is.EqualTo(
            "14 business days (US federal) after the counter notice was received on Tue 22 Dec 2026 14:03 PST: not before Fri 8 Jan 2027 00:00 PST (when 10 business days have passed) and by Wed 13 Jan 2027 23:59 PST; holidays skipped: 25 Dec, 1 Jan."));
    }

    [Test]
    public void The_nearer_end_of_a_window_is_not_moved_on_from_a_weekend()
    {
        var window = CounterNotice with { Within = Term.Find("20 days")!, NotBefore = Term.Find("4 days"), IfClosed = WhenClosed.NextBusinessDay };

        // the 26th is a Saturday, 11 January a Monday
        var computed = Computation.Of(window, Tuesday);

        Assert.That((computed.NotBefore!.Instant, computed.Due.Instant), Is.EqualTo((At("2026-12-27T08:00:00Z"), At("2027-01-12T07:59:59Z"))));
    }

    [Test]
    public void A_last_day_that_is_moved_on_says_from_where() => Assert.That(
        Explained(CounterNotice with { Within = Term.Find("9 days")!, IfClosed = WhenClosed.NextBusinessDay }, At("2026-06-24T17:00:00Z")),
        Is.EqualTo("9 days after the counter notice was received on Wed 24 Jun 2026 10:00 PDT: Mon 6 Jul 2026 23:59 PDT; holiday skipped: 3 Jul; "
            + "moved on from Fri 3 Jul 2026, no business day (Independence Day, kept on Friday, US federal)."));

    [TestCase("2026-03-07T10:30:00Z", "02:30 does not exist on Sun 8 Mar 2026 in America/Los_Angeles, as the clock goes forward: the first time after the gap is taken.")]
    [TestCase("2026-10-31T08:30:00Z", "01:30 comes twice on Sun 1 Nov 2026 in America/Los_Angeles, as the clock goes back: the later is taken.")]
    public void What_was_decided_where_the_clock_changes_is_said(string from, string note) => Assert.That(
        Explained(CounterNotice with { Within = Term.Find("1 day")!, Ends = TermEnd.SameTime }, At(from)), Does.EndWith("; " + note));

    [Test]
    public void Hours_stop_during_a_pause() => Assert.That(
        Computation.Of(Hours("24h", AfterPause.Rest), At("2026-06-01T10:00:00Z"), [Pause("2026-06-01T12:00:00Z", "2026-06-01T15:30:00Z")]).Due.Instant,
        Is.EqualTo(At("2026-06-02T13:30:00Z")));

    [Test]
    public void A_term_that_runs_anew_counts_from_the_end_of_the_last_pause()
    {
        PausedSpan[] pauses = [Pause("2026-06-01T10:20:00Z", "2026-06-01T11:00:00Z"), Pause("2026-06-01T11:30:00Z", "2026-06-01T14:00:00Z")];

        var computed = Computation.Of(Hours("1h", AfterPause.Anew), At("2026-06-01T10:00:00Z"), pauses);

        Assert.That(computed.Due.Instant, Is.EqualTo(At("2026-06-01T15:00:00Z")));
        Assert.That(ComputedSentence.Of(Hours("1h", AfterPause.Anew), computed, "the order was received", At("2026-06-01T10:00:00Z")), Is.EqualTo(
            "1 hour after the pause ended on Mon 1 Jun 2026 14:00 UTC, anew (the order was received on Mon 1 Jun 2026 10:00 UTC): Mon 1 Jun 2026 15:00 UTC."));
    }

    [Test]
    public void Business_days_that_were_paused_in_whole_or_part_do_not_count()
    {
        // Monday 28 to Wednesday 30 December: 23, 24, 31 and then 4, 5, 6, 7, 8, 11, 12 January
        PausedSpan[] pauses = [Pause("2026-12-28T18:00:00Z", "2026-12-30T17:00:00Z")];

        var computed = Computation.Of(CounterNotice, Tuesday, pauses);

        Assert.That(computed.Due.Instant, Is.EqualTo(At("2027-01-13T07:59:59Z")));
        Assert.That(ComputedSentence.Of(CounterNotice, computed, Received, Tuesday), Does.EndWith("Tue 12 Jan 2027 23:59 PST; holidays skipped: 25 Dec, 1 Jan; 3 days of a pause do not count."));
    }

    [Test]
    public void A_month_is_longer_by_the_days_that_were_paused() => Assert.That(
        Computation.Of(Hours("1 month", AfterPause.Rest), At("2027-01-31T10:00:00Z"), [Pause("2027-02-03T12:00:00Z", "2027-02-05T12:00:00Z")]).Due.Instant,
        Is.EqualTo(At("2027-03-03T23:59:59Z")));

    [TestCase("3 January")]
    [TestCase("0h")]
    [TestCase("0 days")]
    [TestCase("9999 days")]
    [TestCase("10 business")]
    [TestCase("ten days")]
    public void What_is_no_term_is_none(string text) => Assert.That(Term.Find(text), Is.Null);

    [TestCase("90m", "1 hour and 30 minutes")]
    [TestCase("3d", "72 hours")]
    [TestCase("1 business day", "1 business day")]
    [TestCase("2 weeks", "14 days")]
    [TestCase("1 year", "12 months")]
    public void A_term_is_kept_as_text_and_said_in_words(string text, string said)
    {
        var term = Term.Find(text)!;

        Assert.That((term.Said, Term.Find(term.ToString())), Is.EqualTo((said, term)));
    }

    private static string Explained(Counting counting, Instant from) => ComputedSentence.Of(counting, Computation.Of(counting, from), Received, from);

    private static Counting Hours(string term, AfterPause resume) => new() { Within = Term.Find(term)!, Zone = DateTimeZone.Utc, Resume = resume };

    private static PausedSpan Pause(string from, string to) => new(At(from), At(to));

    private static Instant At(string utc) => InstantPattern.General.Parse(utc).Value;
}
