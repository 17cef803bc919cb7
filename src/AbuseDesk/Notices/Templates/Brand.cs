using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates.Words;

namespace AbuseDesk.Notices.Templates;

/// <summary>Who the provider is, from <c>templates/brand.yml</c>; the file says what each key is for.</summary>
public sealed record Brand
{
    public string Name { get; init; } = "";

    public string Unit { get; init; } = "";

    public List<string> Address { get; init; } = [];

    public string Phone { get; init; } = "";

    public string AbuseEmail { get; init; } = "";

    public string LegalEmail { get; init; } = "";

    public string MigrationEmail { get; init; } = "";

    /// <summary>"Example Cloud Abuse Desk &lt;abuse@cloud.example&gt;".</summary>
    public string MailFrom { get; init; } = "";

    /// <summary>"cloud.example": where Message-IDs end.</summary>
    public string MailDomain { get; init; } = "";

    /// <summary>"America/Los_Angeles".</summary>
    public string TimeZone { get; init; } = "";

    /// <summary>Full names of the zone's abbreviations, by abbreviation.</summary>
    public Dictionary<string, string> ZoneNames { get; init; } = [];

    /// <summary>"en": for notices to customers who name no language, and for the desk's own mail.</summary>
    public string Language { get; init; } = "";

    public string TermsTitle { get; init; } = "";

    public string ConsoleHost { get; init; } = "";

    public BrandExport Export { get; init; } = new();

    public string VerifyAddress { get; init; } = "";

    /// <summary>What notices in another language call the same things, by language; what is left out stays as it is.</summary>
    public Dictionary<string, BrandWords> Translations { get; init; } = [];

    /// <summary>"#1f3a5c".</summary>
    public string Accent { get; init; } = "";

    /// <summary>Reads <c>brand.yml</c> of a templates folder.</summary>
    /// <exception cref="DeskException">The file is missing, has an unknown key or lacks one.</exception>
    public static Brand Read(string templatesFolder)
    {
        const string Display = "templates/brand.yml";
        var path = Path.Combine(templatesFolder, "brand.yml");
        if (!File.Exists(path))
            throw new DeskException($"{Display} is missing; it says who the provider is.");
        var brand = YamlText.Read<Brand>(Display, File.ReadAllText(path));
        var missing = brand.Required().Where(pair => string.IsNullOrWhiteSpace(pair.Value)).Select(pair => pair.Key).FirstOrDefault();
        return missing is null ? brand : throw new DeskException($"{Display}: the key '{missing}' is missing; add it.");
    }

    /// <summary>What notices say about the provider, with the name of the desk's zone at the instant that matters most.</summary>
    public ProviderFacts ToFacts(Moment moment)
    {
        var words = Translations.GetValueOrDefault(moment.Language) ?? new();
        return new()
        {
            Name = Name,
            Unit = words.Unit ?? Unit,
            Letterhead = [string.Join(", ", Address), $"{AbuseEmail} · {Phone}"],
            AbuseEmail = AbuseEmail,
            LegalEmail = LegalEmail,
            MigrationEmail = MigrationEmail,
            Phone = Phone,
            TermsTitle = words.TermsTitle ?? TermsTitle,
            Console = ConsoleHost,
            ExportSignInAs = Export.SignInAs,
            ExportChoose = Export.Choose,
            ExportKinds = words.ExportKinds ?? Export.Kinds,
            VerifyAddress = VerifyAddress,
            ZoneName = words.ZoneNames.GetValueOrDefault(moment.Zone) ?? ZoneNames.GetValueOrDefault(moment.Zone, moment.ZoneId),
        };
    }

    private IEnumerable<(string Key, string Value)> Required() =>
    [
        ("name", Name), ("unit", Unit), ("address", string.Concat(Address)), ("phone", Phone), ("abuse_email", AbuseEmail),
        ("legal_email", LegalEmail), ("migration_email", MigrationEmail), ("mail_from", MailFrom), ("mail_domain", MailDomain),
        ("time_zone", TimeZone), ("language", Language), ("terms_title", TermsTitle), ("console_host", ConsoleHost),
        ("export.sign_in_as", Export.SignInAs), ("export.choose", Export.Choose), ("export.kinds", string.Concat(Export.Kinds)),
        ("verify_address", VerifyAddress), ("accent", Accent),
    ];
}

/// <summary>How a customer exports its data at the console.</summary>
public sealed record BrandExport
{
    public string SignInAs { get; init; } = "";

    public string Choose { get; init; } = "";

    public List<string> Kinds { get; init; } = [];
}
