using AbuseDesk.Notices.Facts;
using NodaTime;

namespace AbuseDesk.Notices.Gathering;

/// <summary>The documents that a notice cites, numbered D1, D2, … by date; the terms come last.</summary>
internal sealed class DocumentLabels
{
    private const string Suspension = "suspension";

    private readonly List<(string Key, DocumentFacts Document)> documents = [];

    /// <param name="context">The case and the notice.</param>
    /// <param name="checks">The record of the checks, or null where there is none.</param>
    public DocumentLabels(GatheringContext context, ChecksDocument? checks)
    {
        if (context.Kind == NoticeKind.Forwarding || NoticeKinds.ForReporter(context.Kind))
            return;
        var dated = new List<Candidate>();
        dated.AddRange(context.File.Forwardings.Select(sent => new Candidate($"forwarding {sent.Batch}", DocumentKind.Forwarding, sent.PdfSha256, sent.SentAt)
        {
            Batch = sent.Batch,
            Items = [.. context.File.Items.Where(item => item.Batch == sent.Batch).Select(item => item.Number)],
        }));
        // what was suspended before is cited by the notice that ends the contract, and by no other
        dated.AddRange(context.File.Sent.Where(sent => sent.Kind != Suspension || context.Kind == NoticeKind.Termination).Select(Sent));
        if (context.File.Plan is { } plan)
            dated.Add(new Candidate("plan", DocumentKind.Plan, plan.Sha256, plan.ReceivedAt));
        if (context.File.Assessment is { } assessment)
            dated.Add(new Candidate("assessment", DocumentKind.Assessment, assessment.DocumentSha256, assessment.AssessedAt));
        if (checks is not null)
            dated.Add(new Candidate("checks", DocumentKind.Checks, checks.Sha256, checks.LastCheck) { Count = checks.Count });
        var cited = context.Items.Select(item => context.File.Clauses[item.ClauseId].TermsVersionId).ToHashSet();
        var terms = context.File.Terms.Where(version => cited.Contains(version.Id)).Select(version =>
            (Row: version, Candidate: new Candidate($"terms {version.Version}", DocumentKind.Terms, version.DocumentSha256, TermsGathering.VersionMoment(context, version).Instant)));
        foreach (var candidate in dated.OrderBy(candidate => candidate.At).Concat(terms.Select(version => version.Candidate)))
            documents.Add((candidate.Key, candidate.ToFacts($"D{documents.Count + 1}", context)));
    }

    public IReadOnlyList<DocumentFacts> All => [.. documents.Select(entry => entry.Document)];

    private static Candidate Sent(SentRow sent) => sent.Kind switch
    {
        "warning" => new(Key(sent.Kind, sent.SentAt), DocumentKind.Warning, sent.PdfSha256, sent.SentAt),
        Suspension => new(Key(sent.Kind, sent.SentAt), DocumentKind.Suspension, sent.PdfSha256, sent.SentAt),
        _ => new(Key(sent.Kind, sent.SentAt), DocumentKind.PlanRequest, sent.PdfSha256, sent.SentAt) { Count = StepGathering.CriteriaOf(sent.Criteria).Count },
    };

    private static string Key(string kind, Instant sentAt) => $"{kind} {sentAt}";

    public string? OfChecks => Find("checks");

    public string? OfPlan => Find("plan");

    public string? OfAssessment => Find("assessment");

    public string? OfForwarding(int batch) => Find($"forwarding {batch}");

    public string? OfTerms(string version) => Find($"terms {version}");

    public string? OfSent(SentRow sent) => Find(Key(sent.Kind, sent.SentAt));

    public string? OfSuspension(Instant sentAt) => Find(Key(Suspension, sentAt));

    private string? Find(string key) => documents.Find(entry => entry.Key == key).Document?.Label;

    private sealed record Candidate(string Key, DocumentKind Kind, string Sha256, Instant At)
    {
        public int? Batch { get; init; }

        public IReadOnlyList<int> Items { get; init; } = [];

        public int? Count { get; init; }

        public DocumentFacts ToFacts(string label, GatheringContext context) => new()
        {
            Label = label,
            Kind = Kind,
            Batch = Batch,
            ItemNumbers = Items,
            Count = Count,
            Title = null,
            Sha256 = Sha256,
            At = context.Moment(At),
        };
    }
}
