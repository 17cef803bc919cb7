namespace AbuseDesk.Notices.Facts;

/// <summary>The provider, as its brand file describes it.</summary>
public sealed record ProviderFacts
{
    /// <summary>"Example Cloud".</summary>
    public required string Name { get; init; }

    /// <summary>"Abuse Desk".</summary>
    public required string Unit { get; init; }

    /// <summary>The lines of the letterhead after the unit: "400 Example Avenue, …", "abuse@cloud.example · +1 555 0100".</summary>
    public required IReadOnlyList<string> Letterhead { get; init; }

    /// <summary>"abuse@cloud.example": answers go here.</summary>
    public required string AbuseEmail { get; init; }

    /// <summary>"legal@cloud.example": reviews are asked for here.</summary>
    public required string LegalEmail { get; init; }

    /// <summary>"migration@cloud.example".</summary>
    public required string MigrationEmail { get; init; }

    /// <summary>"+1 555 0100".</summary>
    public required string Phone { get; init; }

    /// <summary>"Terms of Service": what the contract is called.</summary>
    public required string TermsTitle { get; init; }

    /// <summary>"console.cloud.example".</summary>
    public required string Console { get; init; }

    /// <summary>"owner": who signs in there to export the data.</summary>
    public required string ExportSignInAs { get; init; }

    /// <summary>"Export": what to choose there.</summary>
    public required string ExportChoose { get; init; }

    /// <summary>["databases", "storage buckets", "disk images"].</summary>
    public required IReadOnlyList<string> ExportKinds { get; init; }

    /// <summary>"abuse.cloud.example/verify".</summary>
    public required string VerifyAddress { get; init; }

    /// <summary>"Pacific Standard Time": the name of the zone in which the notice states its times.</summary>
    public required string ZoneName { get; init; }
}

/// <summary>The customer that the notice is addressed to.</summary>
public sealed record CustomerFacts
{
    /// <summary>"A-1042".</summary>
    public required string Account { get; init; }

    /// <summary>"Perch Social".</summary>
    public required string Name { get; init; }

    /// <summary>"Legal": the contact that is addressed.</summary>
    public required string Addressee { get; init; }

    /// <summary>["legal@perch.example"].</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>["abuse@perch.example", "owner@perch.example"].</summary>
    public required IReadOnlyList<string> Cc { get; init; }

    /// <summary>["perch.example", "198.51.100.32/27"]: what the customer holds at the date of the notice.</summary>
    public required IReadOnlyList<string> Resources { get; init; }
}

/// <summary>A member of the staff whose name stands under the notice.</summary>
public sealed record PersonFacts
{
    /// <summary>"Ines Calder".</summary>
    public required string Name { get; init; }

    /// <summary>"Counsel".</summary>
    public required string Title { get; init; }
}
