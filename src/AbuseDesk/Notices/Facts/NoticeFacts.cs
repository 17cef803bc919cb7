namespace AbuseDesk.Notices.Facts;

/// <summary>
/// All that a notice may say: computed from the record, immutable, and all that a template sees (in snake case).
/// Items are ordered by the instant they were seen; batches and documents by number.
/// </summary>
public sealed partial record NoticeFacts
{
    /// <summary>"N-2021-0036".</summary>
    public required string Ref { get; init; }

    /// <summary>"C-2020-0417".</summary>
    public required string CaseRef { get; init; }

    /// <summary>What the notice is, for conditions: {% if kind == 'warning' %}.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>"Saturday 9 January 2021": date of the notice, provider's zone; also the time in its metadata.</summary>
    public required Moment Date { get; init; }

    /// <summary>"en": BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>"pt-BR": the locale of the contact addressed first, where no template speaks it and English is used; else null.</summary>
    public string? FallbackFrom { get; init; }

    /// <summary>The provider, as brand.yml describes it.</summary>
    public required ProviderFacts Provider { get; init; }

    /// <summary>The customer that the notice is addressed to. Null in a letter to a reporter, who learns nothing of the customer.</summary>
    public required CustomerFacts? Customer { get; init; }

    /// <summary>Null in a notice to the customer, who learns nothing of a reporter.</summary>
    public ReporterFacts? Reporter { get; init; }

    /// <summary>Null where the policy has no words for the topic; the clause is cited all the same.</summary>
    public required ConductFacts? Conduct { get; init; }

    /// <summary>The items that the notice is about: of the batch for a forwarding, else of the case.</summary>
    public required IReadOnlyList<ItemFacts> Items { get; init; }

    /// <summary>True if the record shows that each location was the customer's at the instant it was seen.</summary>
    public required bool AttributionShown { get; init; }

    /// <summary>Null if no automated means were used; else a sentence on what they were.</summary>
    public required string? AutomatedMeans { get; init; }

    /// <summary>The batches sent so far; for a forwarding, the batch that it sends comes last.</summary>
    public required IReadOnlyList<BatchFacts> Batches { get; init; }

    /// <summary>["abuse@perch.example"]: where the batches went.</summary>
    public required IReadOnlyList<string> BatchesSentTo { get; init; }

    /// <summary>Null while nothing was checked.</summary>
    public required CheckFacts? LastCheck { get; init; }

    /// <summary>The warnings sent before, the earliest first.</summary>
    public required IReadOnlyList<WarningFacts> Warnings { get; init; }

    /// <summary>The request for a plan; null if none was sent.</summary>
    public required PlanRequestFacts? PlanRequest { get; init; }

    /// <summary>The latest plan of the customer; null if none came.</summary>
    public required PlanFacts? Plan { get; init; }

    /// <summary>How the plan was judged; null while it was not.</summary>
    public required AssessmentFacts? Assessment { get; init; }

    /// <summary>The versions in force while the items were seen, the earliest first.</summary>
    public required IReadOnlyList<TermsVersionFacts> Terms { get; init; }

    /// <summary>What became of the clauses between these versions.</summary>
    public required IReadOnlyList<ClauseChange> ClauseChanges { get; init; }

    /// <summary>Null for notices without a measure.</summary>
    public required ContractFacts? Contract { get; init; }

    /// <summary>Null for notices without a measure.</summary>
    public required MeasureFacts? Measure { get; init; }

    /// <summary>What a reinstatement ends, or a termination follows; null for the other kinds, and where there was none.</summary>
    public SuspensionFacts? Suspension { get; init; }

    /// <summary>What a reinstatement asks of the customer, each a sentence of its author; may be empty.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>By when the customer acts: removes, answers or sends the plan; null for a suspension.</summary>
    public required MomentInZones? ActBy { get; init; }

    /// <summary>By when receipt is confirmed; null if it is not asked for.</summary>
    public required MomentInZones? AcknowledgeBy { get; init; }

    /// <summary>What the ladder provides for next.</summary>
    public required IReadOnlyList<NextStepFacts> NextSteps { get; init; }

    /// <summary>Exhibits D1, D2, …; empty for a forwarding.</summary>
    public required IReadOnlyList<DocumentFacts> Documents { get; init; }

    /// <summary>Who wrote the notice.</summary>
    public required PersonFacts Author { get; init; }

    /// <summary>Null where the kind needs no legal approval.</summary>
    public required PersonFacts? Approver { get; init; }

    /// <summary>"7QXM-4KD2"; null where the kind needs no legal approval.</summary>
    public required string? VerificationCode { get; init; }
}
