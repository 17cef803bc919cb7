namespace AbuseDesk.Cli.Commands.Doctor;

/// <summary>The settings that cannot be used. The other parts are looked at as if these were not set.</summary>
internal sealed class SettingsCheck
{
    private static readonly string[] Names =
    [
        "ABUSEDESK_DATABASE", "ABUSEDESK_EVIDENCE", "ABUSEDESK_MAIL", "ABUSEDESK_MAIL_IN", "ABUSEDESK_ZONE", "ABUSEDESK_TEMPLATES", PublicAddress.Setting,
        SealSettings.PasswordSetting + "_FILE", SealSettings.TimestampSetting, SealSettings.WaitSetting,
    ];

    private readonly HashSet<string> wrong = [];
    private readonly List<Finding> findings = [];

    private SettingsCheck()
    {
    }

    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>The settings that can be used.</summary>
    /// <exception cref="DeskException">Settings contradict each other.</exception>
    public DeskSettings Settings(string? data) => DeskSettings.From(name => wrong.Contains(name) ? null : Environment.GetEnvironmentVariable(name), data);

    public static async Task<SettingsCheck> RunAsync(string? data)
    {
        var check = new SettingsCheck();
        foreach (var name in Names)
        {
            var found = await Finding.LookAsync("settings", $"Correct {name}, or leave it out.", () =>
            {
                DeskSettings.From(setting => setting == name ? Environment.GetEnvironmentVariable(setting) : null, data);
                return Task.FromResult(Finding.Ok("settings", name));
            });
            if (found.State == FindingState.Ok) continue;
            check.wrong.Add(name);
            check.findings.Add(found);
        }

        return check;
    }
}
