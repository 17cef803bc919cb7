using System.Text.Json;

namespace AbuseDesk.Terms;

/// <summary>What the terms say of a way to suspend: its clause, its cure period, its preconditions.</summary>
public sealed record PathInTerms
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>"cure" or "immediate".</summary>
    public string Id { get; init; } = "";

    /// <summary>Number of the clause, "9.3".</summary>
    public string Clause { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>Days that the customer has to cure the breach; 0 where there is none.</summary>
    public int CureDays { get; init; }

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

    /// <summary>critical_content, written_warning or no_adequate_plan; any other is shown by its label alone.</summary>
    public string Fact { get; init; } = "";

    /// <summary>Topic of the clause whose breach counts.</summary>
    public string Topic { get; init; } = "";

    /// <summary>The precondition in words.</summary>
    public string Label { get; init; } = "";
}
