using AbuseDesk.Notices.Facts;
using AbuseDesk.Terms;
using static AbuseDesk.Tests.Notices.SampleItems;

namespace AbuseDesk.Tests.Notices;

/// <summary>The facts of the notice that ends the contract a month after the suspension of the specimen, which was not lifted.</summary>
internal static class SampleTermination
{
    private const string LastCheck = "2021-01-10T17:00:00";

    public static NoticeFacts Facts()
    {
        var suspension = SampleFacts.Suspension();
        return suspension with
        {
            Ref = "N-2021-0058",
            Kind = NoticeKind.Termination,
            Date = Moment("2021-02-08T10:00:00"),
            Batches = [.. suspension.Batches.Select(batch => batch with { DuePassed = true })],
            LastCheck = SampleFacts.Check(LastCheck, 98, 37, "D14"),
            Assessment = suspension.Assessment! with { CheckBefore = suspension.Assessment.CheckBefore! with { Exhibit = "D14" } },
            Terms = [.. suspension.Terms.Select((version, i) => version with { Exhibit = $"D{15 + i}" })],
            Contract = Contract(),
            Measure = suspension.Measure! with { Effective = InZones("2021-03-10T23:59:00"), PreservedUntil = InZones("2021-04-12T23:59:00") },
            AcknowledgeBy = InZones("2021-02-12T17:00:00"),
            Suspension = SampleReinstatement.Lifted().Suspension! with { Lifted = null, Exhibit = "D13" },
            Documents =
            [
                .. suspension.Documents.Take(12),
                SampleDocuments.Document("D13", DocumentKind.Suspension, Moment("2021-01-09T18:30:00")),
                SampleDocuments.Document("D14", DocumentKind.Checks, Moment(LastCheck), count: 10),
                SampleDocuments.Document("D15", DocumentKind.Terms, Moment("2019-05-01T00:00:00")),
                SampleDocuments.Document("D16", DocumentKind.Terms, Moment("2020-12-01T00:00:00")),
            ],
            VerificationCode = "6HJD-2ZV9",
        };
    }

    private static ContractFacts Contract() => SampleTerms.Contract with
    {
        Cure = null,
        Immediate = null,
        Termination = SampleTerms.Clause(
            "10.3",
            "End for breach",
            "Apart from clause 10.1, we may end the agreement with 30 days' notice in writing where",
            ("(a)", "the Service is suspended because of a breach of these Terms;"),
            ("(b)", "we have warned you in writing of that breach before; and"),
            ("(c)", "you have not given us, on request, an adequate plan to end the breach.")),
        CureDays = 0,
        NoticeDays = 30,
        WorkingDays = "us-federal",
        DaysGiven = 30,
        Chosen = ContractPath.Termination,
        Preconditions =
        [
            SampleTerms.Precondition("(a)", "suspension in effect", PreconditionKind.Suspension, "D13"),
            SampleTerms.Precondition("(b)", "written warning", PreconditionKind.Warning, "D4"),
            SampleTerms.Precondition("(c)", "no adequate plan on request", PreconditionKind.Plan, "D8", "D10", "D11"),
        ],
    };
}
