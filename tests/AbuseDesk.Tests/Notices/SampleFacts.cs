using AbuseDesk.Notices.Facts;
using static AbuseDesk.Tests.Notices.SampleItems;

namespace AbuseDesk.Tests.Notices;

/// <summary>The facts of the specimen: 98 items, 37 removed, 61 still up.</summary>
internal static class SampleFacts
{
    public static NoticeFacts Suspension()
    {
        var items = Create();
        var batches = SampleDocuments.Batches(items);
        return new()
        {
            Ref = "N-2021-0036",
            CaseRef = "C-2020-0417",
            Kind = NoticeKind.Suspension,
            Date = Moment("2021-01-09T18:30:00"),
            Language = "en",
            Provider = SampleParties.Provider,
            Customer = SampleParties.Customer,
            Conduct = new() { One = "incites violence", Many = "incite violence" },
            Items = items,
            AttributionShown = true,
            AutomatedMeans = null,
            Batches = batches,
            BatchesSentTo = ["abuse@perch.example"],
            LastCheck = Check("2021-01-09T17:00:00", 98, 37, "D13"),
            Warnings = [SampleParties.Warning(Check("2020-12-08T09:00:00", 13, 6, null))],
            PlanRequest = new() { Sent = Moment("2020-12-28T15:00:00"), Exhibit = "D8", Criteria = SampleParties.Criteria },
            Plan = new() { Received = Moment("2021-01-07T08:12:00"), Exhibit = "D10" },
            Assessment = SampleParties.Assessment,
            Terms = SampleTerms.Versions,
            ClauseChanges = [new() { Earlier = "6.2", Later = "7.4", Reworded = true }],
            Contract = SampleTerms.Contract,
            Measure = new()
            {
                Resources = ["perch.example", "cdn.perch.example", "198.51.100.32/27", "198.51.100.96/28"],
                AllServices = true,
                Territories = [],
                Effective = InZones("2021-01-10T23:59:00"),
                EndsAt = null,
                PreservedUntil = InZones("2021-02-10T23:59:00"),
            },
            ActBy = null,
            AcknowledgeBy = InZones("2021-01-10T12:00:00"),
            NextSteps = [],
            Documents = SampleDocuments.Create(batches),
            Author = new() { Name = "Ines Calder", Title = "Abuse Desk" },
            Approver = new() { Name = "Ruth Ostrander", Title = "Counsel" },
            VerificationCode = "7QXM-4KD2",
        };
    }

    public static CheckFacts Check(string at, int sent, int removed, string? exhibit) => new()
    {
        At = Moment(at),
        Sent = sent,
        Removed = removed,
        StillUp = sent - removed,
        Exhibit = exhibit,
    };
}
