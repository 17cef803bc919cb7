using AbuseDesk.Cases;
using AbuseDesk.Notices.Facts;
using static AbuseDesk.Tests.Notices.SampleItems;

namespace AbuseDesk.Tests.Notices;

/// <summary>The facts of the letters to a reporter of three items, of which one was found to be no breach.</summary>
internal static class SampleLetters
{
    public static NoticeFacts Receipt() => Letter(NoticeKind.Receipt, "N-2020-0299", "2020-11-23T10:00:00") with
    {
        Reporter = Reporter([Reported("R-2020-00007", "7wd7hkgp", null), Reported("R-2020-00008", "8xe8jmhq", null), Reported("R-2020-00011", "9yf9knjr", null)]),
        Terms = [],
    };

    public static NoticeFacts Decision() => Letter(NoticeKind.Decision, "N-2020-0305", "2020-11-25T10:00:00") with
    {
        Reporter = Reporter(
        [
            Reported("R-2020-00007", "7wd7hkgp", Decided(null, ItemState.Removed)),
            Reported("R-2020-00008", "8xe8jmhq", Decided("The post quotes a novel, names it, and calls for nothing.", ItemState.Unchecked)),
            Reported("R-2020-00011", "9yf9knjr", Decided(null, ItemState.StillUp)),
        ]),
        Terms = [SampleTerms.Versions[^1] with { ItemNumbers = [] }],
    };

    private static NoticeFacts Letter(NoticeKind kind, string reference, string date) => SampleFacts.Suspension() with
    {
        Ref = reference,
        Kind = kind,
        Date = Moment(date),
        Customer = null,
        Conduct = null,
        Items = [],
        AttributionShown = false,
        Batches = [],
        BatchesSentTo = [],
        LastCheck = null,
        Warnings = [],
        PlanRequest = null,
        Plan = null,
        Assessment = null,
        ClauseChanges = [],
        Contract = null,
        Measure = null,
        AcknowledgeBy = null,
        Documents = [],
        Approver = null,
        VerificationCode = "5MPT-2XH8",
    };

    private static ReporterFacts Reporter(IReadOnlyList<ReportedFacts> reported) => new() { Name = "Jo Field", Email = "jo@watch.example", Reported = reported };

    private static ReportedFacts Reported(string reference, string post, DecisionFacts? decision) => new()
    {
        Ref = reference,
        Received = Moment("2020-11-22T21:14:00"),
        Location = $"https://perch.example/p/{post}",
        Seen = Moment("2020-11-22T20:40:00"),
        Decision = decision,
    };

    private static DecisionFacts Decided(string? reason, ItemState state) => new()
    {
        Upheld = reason is null,
        Decided = Moment("2020-11-23T08:30:00"),
        Clause = SampleTerms.Versions[^1].Clauses[0].Number,
        Heading = SampleTerms.Versions[^1].Clauses[0].Heading,
        TermsVersion = SampleTerms.Versions[^1].Version,
        Reason = reason,
        SentForRemoval = reason is null,
        State = state,
        Checked = state == ItemState.Unchecked ? null : Moment("2020-11-24T09:00:00"),
    };
}
