using AbuseDesk.Cli.Frame;
using AbuseDesk.Terms;

namespace AbuseDesk.Cli.Commands.Doctor;

internal static class TermsCheck
{
    public static Task<Finding> RunAsync(DeskSession desk, bool hasData) => Finding.LookAsync("terms", "Publish them: abusedesk terms publish FILE.md", async () =>
        hasData && await desk.Database.ReadAsync(connection => TermsRecords.FindInForceAsync(connection, desk.Database.Now)) is { } terms
            ? Finding.Ok("terms", $"Version {terms.Version} is in force.")
            : new Finding("terms", FindingState.Advice, "No terms are in force, so that no report can name a clause.", "Publish them: abusedesk terms publish FILE.md"));
}
