using System.Globalization;
using AbuseDesk.Deadlines;
using AbuseDesk.Deadlines.Computing;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Tests.Deadlines.Computing;

/// <summary>Terms counted on paper: with a wall calendar, the laws that name the holidays, and the rules of the zones.</summary>
public sealed class CountingByHand
{
    private static readonly Calendars Shipped = new(Policies.PathOf("calendars"));

    // term | calendar | zone | how | event, by the clock of the zone or UTC | due | holidays skipped
    private const string Table =
        """
        10 business days | us-federal | America/Los_Angeles | | 2026-12-22T14:03:00-08 | 2027-01-07T23:59:59-08 | 25 Dec, 1 Jan
        14 business days | us-federal | America/Los_Angeles | | 2026-12-22T14:03:00-08 | 2027-01-13T23:59:59-08 | 25 Dec, 1 Jan
        1 business day   | us-federal | America/Los_Angeles | | 2026-07-02T10:00:00-07 | 2026-07-06T23:59:59-07 | 3 Jul
        1 business day   | us-federal | America/Los_Angeles | | 2026-07-04T10:00:00-07 | 2026-07-06T23:59:59-07 |
        5 business days  | us-federal | America/Los_Angeles | | 2026-11-25T23:59:00-08 | 2026-12-03T23:59:59-08 | 26 Nov
        1 business day   | us-federal | America/Los_Angeles | | 2027-06-17T09:00:00-07 | 2027-06-21T23:59:59-07 | 18 Jun
        1 business day   | us-federal | America/Los_Angeles | | 2027-07-02T09:00:00-07 | 2027-07-06T23:59:59-07 | 5 Jul
        3 business days  | us-federal | America/Los_Angeles | | 2027-12-22T09:00:00-08 | 2027-12-28T23:59:59-08 | 24 Dec
        1 business day   | us-federal | America/Los_Angeles | | 2027-12-30T09:00:00-08 | 2028-01-03T23:59:59-08 | 31 Dec
        20 business days | us-federal | America/Los_Angeles | | 2026-02-02T08:00:00-08 | 2026-03-03T23:59:59-08 | 16 Feb
        25 business days | us-federal | America/Los_Angeles | | 2026-02-02T08:00:00-08 | 2026-03-10T23:59:59-07 | 16 Feb
        10 business days | us-federal | America/Los_Angeles | | 2028-02-15T12:00:00-08 | 2028-03-01T23:59:59-08 | 21 Feb
        1 business day   | us-federal | America/Los_Angeles | | 2028-11-10T10:00:00-08 | 2028-11-13T23:59:59-08 |
        5 business days  | us-federal | America/Los_Angeles | | 2029-12-26T10:00:00-08 | 2030-01-03T23:59:59-08 | 1 Jan
        10 business days | us-federal | America/New_York    | | 2026-12-25T02:30:00-05 | 2027-01-11T23:59:59-05 | 1 Jan
        10 business days | us-federal | America/Los_Angeles | | 2026-12-24T23:30:00-08 | 2027-01-11T23:59:59-08 | 25 Dec, 1 Jan
        1 business day   | us-federal | America/Los_Angeles | | 2026-03-08T01:30:00-08 | 2026-03-09T23:59:59-07 |
        1 business day   | us-federal | America/Los_Angeles | same-time | 2026-03-06T02:30:00-08 | 2026-03-09T02:30:00-07 |
        10 business days | fr | Europe/Paris | | 2026-04-29T09:00:00+02 | 2026-05-18T23:59:59+02 | 1 May, 8 May, 14 May
        5 business days  | fr | Europe/Paris | | 2026-05-22T17:00:00+02 | 2026-06-01T23:59:59+02 | 25 May
        1 business day   | fr | Europe/Paris | | 2026-07-13T12:00:00+02 | 2026-07-15T23:59:59+02 | 14 Jul
        3 business days  | fr | Europe/Paris | | 2026-12-24T12:00:00+01 | 2026-12-30T23:59:59+01 | 25 Dec
        1 business day   | fr | Europe/Paris | | 2026-12-31T12:00:00+01 | 2027-01-04T23:59:59+01 | 1 Jan
        1 business day   | fr | Europe/Paris | | 2026-04-02T12:00:00+02 | 2026-04-03T23:59:59+02 |
        1 business day   | fr-alsace-moselle | Europe/Paris | | 2026-04-02T12:00:00+02 | 2026-04-07T23:59:59+02 | 3 Apr, 6 Apr
        1 business day   | fr | Europe/Paris | | 2025-12-25T10:00:00+01 | 2025-12-26T23:59:59+01 |
        1 business day   | fr-alsace-moselle | Europe/Paris | | 2025-12-25T10:00:00+01 | 2025-12-29T23:59:59+01 | 26 Dec
        3 business days  | de | Europe/Berlin | | 2026-04-01T10:00:00+02 | 2026-04-08T23:59:59+02 | 3 Apr, 6 Apr
        10 business days | de | Europe/Berlin | | 2027-05-03T10:00:00+02 | 2027-05-19T23:59:59+02 | 6 May, 17 May
        1 business day   | de | Europe/Berlin | | 2025-10-02T18:00:00+02 | 2025-10-06T23:59:59+02 | 3 Oct
        2 business days  | de | Europe/Berlin | | 2025-12-23T18:00:00+01 | 2025-12-29T23:59:59+01 | 25 Dec, 26 Dec
        2 business days  | de | Europe/Berlin | | 2028-04-13T18:00:00+02 | 2028-04-19T23:59:59+02 | 14 Apr, 17 Apr
        1 business day   | de | Europe/Berlin | | 2027-12-31T09:00:00+01 | 2028-01-03T23:59:59+01 |
        1 business day   | de | Europe/Berlin | | 2027-03-05T12:00:00+01 | 2027-03-08T23:59:59+01 |
        1 business day   | de-be | Europe/Berlin | | 2027-03-05T12:00:00+01 | 2027-03-09T23:59:59+01 | 8 Mar
        1 business day   | de-be | Europe/Berlin | | 2025-05-07T12:00:00+02 | 2025-05-09T23:59:59+02 | 8 May
        30 days   | | America/Los_Angeles | | 2026-03-02T10:00:00-08 | 2026-04-01T23:59:59-07 |
        1 day     | | America/Los_Angeles | | 2026-12-31T23:59:00-08 | 2027-01-01T23:59:59-08 |
        1 day     | | America/Los_Angeles | | 2026-10-31T10:00:00-07 | 2026-11-01T23:59:59-08 |
        1 day     | | America/Los_Angeles | | 2028-02-28T10:00:00-08 | 2028-02-29T23:59:59-08 |
        365 days  | | Etc/UTC | | 2027-03-01T10:00:00Z | 2028-02-29T23:59:59Z |
        2 weeks   | | Europe/Paris | | 2027-12-20T10:00:00+01 | 2028-01-03T23:59:59+01 |
        90 days   | | Europe/Paris | | 2026-01-07T10:00:00+01 | 2026-04-07T23:59:59+02 |
        180 days  | | Europe/Paris | | 2026-01-07T10:00:00+01 | 2026-07-06T23:59:59+02 |
        10 days   | us-federal | America/Los_Angeles | next-business-day | 2026-06-24T10:00:00-07 | 2026-07-06T23:59:59-07 |
        9 days    | us-federal | America/Los_Angeles | next-business-day | 2026-06-24T10:00:00-07 | 2026-07-06T23:59:59-07 | 3 Jul
        8 days    | us-federal | America/Los_Angeles | next-business-day | 2026-06-24T10:00:00-07 | 2026-07-02T23:59:59-07 |
        1 day     | | America/Los_Angeles | same-time | 2026-03-07T02:30:00-08 | 2026-03-08T03:00:00-07 |
        1 day     | | America/Los_Angeles | same-time | 2026-10-31T01:30:00-07 | 2026-11-01T01:30:00-08 |
        1 month   | | Etc/UTC | | 2027-01-31T10:00:00Z | 2027-02-28T23:59:59Z |
        1 month   | | Etc/UTC | | 2028-01-31T10:00:00Z | 2028-02-29T23:59:59Z |
        1 month   | | Etc/UTC | | 2026-02-28T10:00:00Z | 2026-03-28T23:59:59Z |
        6 months  | | Etc/UTC | | 2026-08-31T10:00:00Z | 2027-02-28T23:59:59Z |
        6 months  | | Etc/UTC | | 2027-08-31T10:00:00Z | 2028-02-29T23:59:59Z |
        6 months  | | Etc/UTC | | 2026-03-31T10:00:00Z | 2026-09-30T23:59:59Z |
        1 year    | | Etc/UTC | | 2028-02-29T10:00:00Z | 2029-02-28T23:59:59Z |
        6 months  | | Europe/Paris | | 2025-10-16T00:30:00+02 | 2026-04-16T23:59:59+02 |
        6 months  | | America/Los_Angeles | | 2025-10-15T15:30:00-07 | 2026-04-15T23:59:59-07 |
        3 months  | de | Europe/Berlin | next-business-day | 2026-11-30T10:00:00+01 | 2027-03-01T23:59:59+01 |
        1 month   | de | Europe/Berlin | next-business-day | 2026-11-25T10:00:00+01 | 2026-12-28T23:59:59+01 | 25 Dec
        1 month   | | America/Los_Angeles | same-time | 2026-02-08T02:30:00-08 | 2026-03-08T03:00:00-07 |
        24h       | | America/Los_Angeles | | 2026-03-07T12:00:00-08 | 2026-03-08T13:00:00-07 |
        48 hours  | | Europe/Paris | | 2026-10-24T12:00:00+02 | 2026-10-26T11:00:00+01 |
        1h        | | Europe/Paris | | 2026-10-25T02:30:00+02 | 2026-10-25T02:30:00+01 |
        24h       | us-federal | America/Los_Angeles | next-business-day | 2026-07-02T10:00:00-07 | 2026-07-06T10:00:00-07 | 3 Jul
        3d        | us-federal | America/Los_Angeles | next-business-day | 2026-03-04T02:30:00-08 | 2026-03-09T02:30:00-07 |
        1 day     | | Asia/Kolkata | | 2026-06-30T23:50:00+05:30 | 2026-07-01T23:59:59+05:30 |
        1 day     | | Asia/Kolkata | | 2026-06-30T18:40:00+00 | 2026-07-02T23:59:59+05:30 |
        3 days    | | Asia/Kathmandu | | 2026-01-30T12:00:00+05:45 | 2026-02-02T23:59:59+05:45 |
        1 day     | | Pacific/Chatham | | 2026-07-01T10:00:00+12:45 | 2026-07-02T23:59:59+12:45 |
        24h       | | America/St_Johns | | 2026-03-07T12:00:00-03:30 | 2026-03-08T13:00:00-02:30 |
        1 day     | | Australia/Lord_Howe | same-time | 2026-10-03T02:15:00+10:30 | 2026-10-04T02:30:00+11 |
        1 day     | | Australia/Lord_Howe | same-time | 2026-04-04T01:45:00+11 | 2026-04-05T01:45:00+10:30 |
        1 day     | | Pacific/Apia | | 2011-12-28T10:00:00-10 | 2011-12-29T23:59:59-10 |
        1 day     | | Pacific/Apia | | 2011-12-29T10:00:00-10 | 2011-12-31T23:59:59+14 |
        1 month   | | Europe/Istanbul | | 2016-10-07T10:00:00+03 | 2016-11-07T23:59:59+03 |
        30 days   | | America/Sao_Paulo | | 2019-10-20T12:00:00-03 | 2019-11-19T23:59:59-03 |
        30 days   | | America/Mexico_City | | 2023-03-20T12:00:00-06 | 2023-04-19T23:59:59-06 |
        1 day     | | Asia/Pyongyang | | 2018-05-03T10:00:00+08:30 | 2018-05-04T23:29:59+08:30 |
        1 day     | | America/Caracas | same-time | 2016-04-30T02:45:00-04:30 | 2016-05-01T03:00:00-04 |
        1 day     | | America/Santiago | | 2026-09-04T10:00:00-04 | 2026-09-05T23:59:59-04 |
        1 day     | | America/Santiago | | 2026-04-03T10:00:00-03 | 2026-04-04T23:59:59-04 |
        """;

    private static readonly OffsetDateTimePattern Pattern = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<G>");

    public static IEnumerable<TestCaseData> Cases() => Table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Select(cells => new TestCaseData(cells).SetArgDisplayNames([.. cells.Where(cell => cell.Length > 0)]));

    [TestCaseSource(nameof(Cases))]
    public void A_term_ends_where_a_lawyer_would_end_it(string term, string calendar, string zone, string how, string from, string due, string skipped)
    {
        var computed = Computation.Of(
            new Counting
            {
                Within = Term.Find(term)!,
                Calendar = calendar.Length == 0 ? null : Shipped.Get(calendar),
                Zone = Zones.Get(zone),
                Ends = how == "same-time" ? TermEnd.SameTime : TermEnd.EndOfDay,
                IfClosed = how == "next-business-day" ? WhenClosed.NextBusinessDay : WhenClosed.Stays,
            },
            Pattern.Parse(from).Value.ToInstant());

        Assert.That(Pattern.Format(computed.Due.Instant.InZone(Zones.Get(zone)).ToOffsetDateTime()), Is.EqualTo(due));
        Assert.That(string.Join(", ", computed.Holidays.Select(holiday => holiday.Date.ToString("d MMM", CultureInfo.InvariantCulture))), Is.EqualTo(skipped));
    }

    [Test]
    public void There_are_more_than_sixty() => Assert.That(Cases().Count(), Is.GreaterThan(60));
}
