using AbuseDesk.Cases;
using AbuseDesk.Notices.Facts;
using static AbuseDesk.Tests.Notices.SampleItems;

namespace AbuseDesk.Tests.Notices;

internal static class SampleParties
{
    public static ProviderFacts Provider { get; } = new()
    {
        Name = "Example Cloud",
        Unit = "Abuse Desk",
        Letterhead = ["400 Example Avenue, Example City, CA 90000, United States", "abuse@cloud.example · +1 555 0100"],
        AbuseEmail = "abuse@cloud.example",
        LegalEmail = "legal@cloud.example",
        MigrationEmail = "migration@cloud.example",
        Phone = "+1 555 0100",
        TermsTitle = "Terms of Service",
        Console = "console.cloud.example",
        ExportSignInAs = "owner",
        ExportChoose = "Export",
        ExportKinds = ["databases", "storage buckets", "disk images"],
        VerifyAddress = "abuse.cloud.example/verify",
        ZoneName = "Pacific Standard Time",
    };

    public static CustomerFacts Customer { get; } = new()
    {
        Account = "A-1042",
        Name = "Perch Social",
        Addressee = "Legal",
        To = ["legal@perch.example"],
        Cc = ["abuse@perch.example", "owner@perch.example"],
        Resources = ["perch.example", "cdn.perch.example", "198.51.100.32/27", "198.51.100.96/28"],
    };

    public static IReadOnlyList<CriterionFacts> Criteria { get; } =
    [
        new() { Name = "Staffing", Question = "Who does the work: how many persons, in which hours, and who is responsible." },
        new() { Name = "Coverage", Question = "Which content is looked at, the items that we send included." },
        new() { Name = "Time to removal", Question = "Within what time an item is removed once you know of it." },
        new() { Name = "Backlog", Question = "By which date the items already sent are removed." },
        new() { Name = "Prevention", Question = "What keeps such content, and copies of it, from coming back." },
    ];

    public static AssessmentFacts Assessment { get; } = new()
    {
        At = Moment("2021-01-08T11:40:00"),
        Exhibit = "D11",
        Adequate = false,
        CheckBefore = SampleFacts.Check("2021-01-08T09:00:00", 68, 29, "D13"),
        RemovedByActBy = 13,
        Reason = "The plan binds nobody by name, sets no time to removal, and leaves the items that are still available without a date.",
        Criteria =
        [
            Criterion("Staffing", CriterionVerdict.NotMet, "The plan relies on volunteers. It states neither their number nor their hours and names nobody who is responsible for them."),
            Criterion("Coverage", CriterionVerdict.NotMet, "Volunteers are to look at posts that users report. The plan does not say who looks at the items that we send, or when."),
            Criterion("Time to removal", CriterionVerdict.NotMet, "The plan sets no time."),
            Criterion("Backlog", CriterionVerdict.NotMet, "The plan sets no date for the items already sent."),
            Criterion("Prevention", CriterionVerdict.PartlyMet, "The plan announces a word filter for new posts. It gives no date for it and no step against copies of posts that were removed."),
        ],
    };

    public static WarningFacts Warning(CheckFacts? before) => new()
    {
        Sent = Moment("2020-12-10T10:30:00"),
        SentTo = ["abuse@perch.example", "legal@perch.example"],
        Exhibit = "D4",
        CheckBefore = before,
    };

    private static CriterionAssessment Criterion(string name, CriterionVerdict verdict, string reason) =>
        new() { Name = name, Verdict = verdict, Reason = reason };
}
