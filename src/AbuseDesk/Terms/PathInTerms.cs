using System.Text.Json;
using System.Text.Json.Serialization;

namespace AbuseDesk.Terms;

/// <summary>What the terms say of a way to suspend or to end the contract: its clause, its period, its preconditions.</summary>
public sealed record PathInTerms
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>"cure", "immediate" or "termination".</summary>
    public string Id { get; init; } = "";

    /// <summary>Number of the clause, "9.3".</summary>
    public string Clause { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>Days that the customer has to cure the breach; 0 where there is none.</summary>
    public int CureDays { get; init; }

    /// <summary>Days between the notice and the end of the contract; 0 for a suspension, or where there are none.</summary>
    public int NoticeDays { get; init; }

    /// <summary>"us-federal": the calendar of the policy on whose business days the period ends; null where it may end on any day.</summary>
    public string? WorkingDays { get; init; }

    /// <summary>The period, whatever it is for.</summary>
    [JsonIgnore]
    public ContractPeriod Period => new(CureDays + NoticeDays, WorkingDays is not null);

    public IReadOnlyList<ContractPrecondition> Preconditions { get; init; } = [];

    /// <summary>Reads the column <c>terms_versions.contract_paths</c>.</summary>
    public static IReadOnlyList<PathInTerms> ListFrom(string json) => JsonSerializer.Deserialize<List<PathInTerms>>(json, Json) ?? [];

    public static string TextOf(IReadOnlyList<PathInTerms> paths) => JsonSerializer.Serialize(paths, Json);
}

/// <summary>What must be shown for a path, and the kind of fact that shows it.</summary>
public sealed record ContractPrecondition
{
    /// <summary>"a".</summary>
    public string Id { get; init; } = "";

    /// <summary>critical_content, written_warning, no_adequate_plan or suspension_in_effect; any other is shown by its label alone.</summary>
    public string Fact { get; init; } = "";

    /// <summary>Topic of the clause whose breach counts.</summary>
    public string Topic { get; init; } = "";

    /// <summary>The precondition in words.</summary>
    public string Label { get; init; } = "";
}
