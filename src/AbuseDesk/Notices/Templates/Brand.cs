using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates.Words;

namespace AbuseDesk.Notices.Templates;

/// <summary>Who the provider is, from <c>templates/brand.yml</c>.</summary>
public sealed record Brand
{
    /// <summary>"Example Cloud".</summary>
    public string Name { get; init; } = "";

    /// <summary>"Abuse Desk".</summary>
    public string Unit { get; init; } = "";

    /// <summary>"400 Example Avenue, Example City, CA 90000, United States".</summary>
    public string Address { get; init; } = "";

    /// <summary>"+1 555 0100".</summary>
    public string Phone { get; init; } = "";

    /// <summary>"abuse@cloud.example".</summary>
    public string AbuseEmail { get; init; } = "";

    /// <summary>"legal@cloud.example".</summary>
    public string LegalEmail { get; init; } = "";

    /// <summary>"migration@cloud.example".</summary>
    public string MigrationEmail { get; init; } = "";

    /// <summary>"console.cloud.example", without a scheme.</summary>
    public string Console { get; init; } = "";

    /// <summary>"abuse.cloud.example/verify", without a scheme.</summary>
    public string VerifyAddress { get; init; } = "";

    /// <summary>"America/Los_Angeles": the zone of the desk.</summary>
    public string Zone { get; init; } = "";

    /// <summary>Full names of the zone's abbreviations: "PST" is "Pacific Standard Time".</summary>
    public Dictionary<string, string> ZoneNames { get; init; } = [];

    /// <summary>Reads <c>brand.yml</c> of a templates folder.</summary>
    /// <exception cref="DeskException">The file is missing, has an unknown key or lacks one.</exception>
    public static Brand Read(string templatesFolder)
    {
        const string Display = "templates/brand.yml";
        var path = Path.Combine(templatesFolder, "brand.yml");
        if (!File.Exists(path))
            throw new DeskException($"{Display} is missing; it says who the provider is.");
        var brand = YamlText.Read<Brand>(Display, File.ReadAllText(path));
        foreach (var (key, value) in brand.Required())
        {
            if (string.IsNullOrWhiteSpace(value))
                throw new DeskException($"{Display}: the key '{key}' is missing; add it.");
        }
        return brand;
    }

    /// <summary>What notices say about the provider, with the name of the zone at the instant that matters most.</summary>
    public ProviderFacts ToFacts(Moment moment) => new()
    {
        Name = Name,
        Unit = Unit,
        Letterhead = [$"{Unit} · {Address}", $"{AbuseEmail} · {Phone}"],
        AbuseEmail = AbuseEmail,
        LegalEmail = LegalEmail,
        MigrationEmail = MigrationEmail,
        Phone = Phone,
        Console = Console,
        VerifyAddress = VerifyAddress,
        ZoneName = ZoneNames.GetValueOrDefault(moment.Zone, moment.ZoneId),
    };

    private IEnumerable<(string Key, string Value)> Required() =>
    [
        ("name", Name), ("unit", Unit), ("address", Address), ("phone", Phone), ("abuse_email", AbuseEmail),
        ("legal_email", LegalEmail), ("migration_email", MigrationEmail), ("console", Console),
        ("verify_address", VerifyAddress), ("zone", Zone),
    ];
}
