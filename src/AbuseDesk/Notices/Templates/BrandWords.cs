namespace AbuseDesk.Notices.Templates;

/// <summary>What notices in one language call the provider's things, from <c>translations</c> of <c>brand.yml</c>.</summary>
public sealed record BrandWords
{
    public string? Unit { get; init; }

    public string? TermsTitle { get; init; }

    public List<string>? ExportKinds { get; init; }

    public Dictionary<string, string> ZoneNames { get; init; } = [];
}
