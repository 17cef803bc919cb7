using AbuseDesk.Notices.Facts;
using AbuseDesk.Terms;
using static AbuseDesk.Tests.Notices.SampleItems;

namespace AbuseDesk.Tests.Notices;

internal static class SampleTerms
{
    public static IReadOnlyList<TermsVersionFacts> Versions { get; } =
    [
        new()
        {
            Version = Moment("2019-05-01T00:00:00"),
            InForceFrom = Moment("2019-05-01T00:00:00"),
            InForceUntil = Moment("2020-11-30T23:59:59"),
            Exhibit = "D14",
            Clauses =
            [
                Clause("6.2", "Violence", "You must not use the Service to store or publish content that threatens violence against a person or incites others to it."),
            ],
            ItemNumbers = [.. Enumerable.Range(1, 8)],
        },
        new()
        {
            Version = Moment("2020-12-01T00:00:00"),
            InForceFrom = Moment("2020-12-01T00:00:00"),
            InForceUntil = null,
            Exhibit = "D15",
            Clauses =
            [
                Clause("7.4", "Incitement to violence", "Customer Content must not call for, threaten or encourage violence against a person or a group of persons. Where we send you such content, you must remove it by the date we state."),
            ],
            ItemNumbers = [.. Enumerable.Range(9, 90)],
        },
    ];

    public static ContractFacts Contract { get; } = new()
    {
        Version = Moment("2020-12-01T00:00:00"),
        Cure = Clause("9.2", "Suspension after a period to cure", "We may suspend the Service if you breach these Terms in a material way and have not cured the breach within 30 days of our notice."),
        Immediate = Clause(
            "9.3",
            "Immediate suspension",
            "We may suspend the Service immediately upon notice, and clause 9.2 does not apply, where",
            ("(a)", "content in breach of clause 7.4 endangers the life or safety of persons;"),
            ("(b)", "we have warned you in writing of such content before; and"),
            ("(c)", "you have not given us, on request, an adequate plan to end the breach.")),
        CureDays = 30,
        Chosen = ContractPath.Immediate,
        Preconditions =
        [
            new()
            {
                Marker = "(a)",
                Title = "life or safety of persons in danger",
                Kind = PreconditionKind.Danger,
                Danger = new()
                {
                    Clause = "7.4",
                    Items = 90,
                    Severity = "critical",
                    Meaning = "call for an act and name a place, a time or a means",
                    Severe = 39,
                    SevereStillUp = 29,
                },
                Statement = null,
                Exhibits = ["D13"],
            },
            Precondition("(b)", "written warning", PreconditionKind.Warning, "D4"),
            Precondition("(c)", "no adequate plan on request", PreconditionKind.Plan, "D8", "D10", "D11"),
        ],
    };

    public static PreconditionFacts Precondition(string marker, string title, PreconditionKind kind, params string[] exhibits) => new()
    {
        Marker = marker,
        Title = title,
        Kind = kind,
        Danger = null,
        Statement = null,
        Exhibits = exhibits,
    };

    public static ClauseFacts Clause(string number, string heading, string text, params (string Marker, string Text)[] lines) => new()
    {
        Number = number,
        Heading = heading,
        Lines = [new() { Marker = null, Text = text }, .. lines.Select(line => new ClauseLine { Marker = line.Marker, Text = line.Text })],
    };
}
