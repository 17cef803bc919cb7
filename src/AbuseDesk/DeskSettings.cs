using AbuseDesk.Mail;

namespace AbuseDesk;

/// <summary>The settings that an installation needs, read once at the start and checked there.</summary>
public sealed record DeskSettings
{
    private static readonly string[] WaysOfSending = ["folder:", "smtp://", "smtps://", "ses://"];
    private static readonly string[] WaysIn = ["maildir:", "imap://", "imaps://"];

    /// <summary>The data folder: what the other settings default into.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Connection string: "Data Source=…" or "Host=…".</summary>
    public required string Database { get; init; }

    /// <summary>Folder that holds the evidence.</summary>
    public required string Evidence { get; init; }

    /// <summary>"folder:…": where outgoing mail is written; "smtp://…", "ses://…": who takes it.</summary>
    public required string Mail { get; init; }

    /// <summary>How much mail each domain is sent.</summary>
    public MailLimits MailLimits { get; init; } = MailLimits.None;

    /// <summary>For the user that <see cref="Mail"/> names; null where none is set.</summary>
    public Secret? MailPassword { get; init; }

    /// <summary>"maildir:…", "imaps://…": where mail comes in; null where the desk reads none.</summary>
    public string? MailIn { get; init; }

    /// <summary>For the user that <see cref="MailIn"/> names; null where none is set.</summary>
    public Secret? MailInPassword { get; init; }

    /// <summary>The queue of Amazon SQS with what SES tells about mails; null where there is none.</summary>
    public string? MailEvents { get; init; }

    /// <summary>TZDB name of the desk's zone.</summary>
    public required string Zone { get; init; }

    /// <summary>Folder with notices/, policy/, fonts/ and brand.yml.</summary>
    public required string Templates { get; init; }

    /// <summary>"https://abuse.cloud.example": under which readers of notices reach the desk; null where it is not told.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>With what notices are sealed; null where they are not.</summary>
    public SealSettings? Seal { get; init; }

    /// <summary>The roles that sign in with a second factor; nobody has to where it is empty.</summary>
    public IReadOnlyList<Role> SecondFactor { get; init; } = [];

    /// <param name="read">Reads a setting by name; null or empty when it is not set.</param>
    /// <param name="dataFolder">The data folder given on the command line, which goes before the setting.</param>
    /// <exception cref="DeskException">A setting cannot be used; the sentence names it.</exception>
    public static DeskSettings From(Func<string, string?> read, string? dataFolder = null)
    {
        var data = Path.GetFullPath(dataFolder ?? Setting("ABUSEDESK_DATA") ?? "abusedesk-data");
        var evidence = Setting("ABUSEDESK_EVIDENCE") ?? Path.Combine(data, "evidence");
        var mail = Setting("ABUSEDESK_MAIL") ?? "folder:" + Path.Combine(data, "outbox");
        if (evidence.Contains("://", StringComparison.Ordinal))
        {
            throw new DeskException("ABUSEDESK_EVIDENCE names a store that this version cannot use; set it to a folder.");
        }

        if (!WaysOfSending.Any(way => mail.StartsWith(way, StringComparison.Ordinal)))
        {
            throw new DeskException("ABUSEDESK_MAIL names a way of sending that this version cannot use; set it to folder: and a folder, to smtp:// and a server, or to ses:// and a region.");
        }

        return new DeskSettings
        {
            DataFolder = data,
            Database = Setting("ABUSEDESK_DATABASE") ?? "Data Source=" + Path.Combine(data, "abusedesk.db"),
            Evidence = evidence,
            Mail = mail,
            MailLimits = MailLimits.Parse(Setting(MailLimits.Setting) ?? ""),
            MailPassword = SecretOf("ABUSEDESK_MAIL_PASSWORD"),
            MailIn = MailIn(),
            MailEvents = Setting("ABUSEDESK_MAIL_EVENTS"),
            MailInPassword = SecretOf("ABUSEDESK_MAIL_IN_PASSWORD"),
            Zone = Setting("ABUSEDESK_ZONE") ?? "America/Los_Angeles",
            Templates = Path.GetFullPath(Setting("ABUSEDESK_TEMPLATES") ?? Path.Combine(AppContext.BaseDirectory, "templates")),
            PublicUrl = Setting(PublicAddress.Setting) is { } url ? PublicAddress.Read(url) : null,
            SecondFactor = RolesOf("ABUSEDESK_SECOND_FACTOR"),
            Seal = SealSettings.Read(Setting, SecretOf),
        };

        string? MailIn() => Setting("ABUSEDESK_MAIL_IN") is not { } mailbox || WaysIn.Any(way => mailbox.StartsWith(way, StringComparison.Ordinal))
            ? Setting("ABUSEDESK_MAIL_IN")
            : throw new DeskException("ABUSEDESK_MAIL_IN names a way of receiving that this version cannot use; set it to maildir: and a folder, or to imaps:// and a mailbox.");

        IReadOnlyList<Role> RolesOf(string name) => Setting(name) switch
        {
            null => [],
            "all" => Enum.GetValues<Role>(),
            { } words => [.. words.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(word => Words.TryParse<Role>(word, out var role)
                ? role
                : throw new DeskException($"{name} holds “{Shown.Briefly(word)}”, which is no role; write {string.Join(", ", Words.All<Role>())} parted by commas, or all."))],
        };

        Secret? SecretOf(string name)
        {
            if (Setting(name) is { } secret) return new Secret(secret);
            if (Setting($"{name}_FILE") is not { } file) return null;
            return File.Exists(file)
                ? new Secret(File.ReadAllText(file).TrimEnd('\r', '\n'))
                : throw new DeskException($"There is no file {file}, which {name}_FILE names.");
        }

        string? Setting(string name) => read(name) is { Length: > 0 } value ? value : null;
    }
}
