using AbuseDesk.Notices.Facts;
using AbuseDesk.Terms;
using static AbuseDesk.Tests.Notices.SampleItems;

namespace AbuseDesk.Tests.Notices;

/// <summary>The facts of the notice that follows the suspension of the specimen, lifted a week after it took effect.</summary>
internal static class SampleReinstatement
{
    public static NoticeFacts Lifted() => SampleFacts.Suspension() with
    {
        Ref = "N-2021-0041",
        Kind = NoticeKind.Reinstatement,
        Date = Moment("2021-01-18T10:00:00"),
        Measure = null,
        Contract = null,
        AcknowledgeBy = null,
        Suspension = new()
        {
            Ref = "S-2021-0004",
            NoticeRef = "N-2021-0036",
            Announced = Moment("2021-01-09T18:30:00"),
            Path = ContractPath.Immediate,
            Clause = "9.3",
            Effective = InZones("2021-01-10T23:59:00"),
            TookEffect = Moment("2021-01-10T23:59:00"),
            Lifted = InZones("2021-01-18T09:00:00"),
            PreservedUntil = InZones("2021-02-10T23:59:00"),
        },
        Conditions = ["Remove the items that are still available by 25 January 2021.", "Name a person who answers for removals at all hours."],
        VerificationCode = "4WTN-8RC3",
    };

    public static NoticeFacts CalledOff()
    {
        var lifted = Lifted();
        return lifted with { Conditions = [], Suspension = lifted.Suspension! with { TookEffect = null, Lifted = InZones("2021-01-10T09:00:00") } };
    }
}
