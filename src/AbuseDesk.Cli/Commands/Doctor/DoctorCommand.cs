using System.CommandLine;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Doctor;

/// <summary>Looks at every part of an installation and changes nothing.</summary>
public sealed class DoctorCommand : Command
{
    public DoctorCommand()
        : base("doctor", "Say what is configured, what is missing and how to mend it; exit code 1 if something stands in the way.") => SetAction(async (arguments, _) =>
        {
            var output = new Output(arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error, arguments.GetValue(GlobalOptions.Json));
            var settings = DeskSettings.From(Environment.GetEnvironmentVariable, arguments.GetValue(GlobalOptions.Data));
            var findings = await ExamineAsync(settings, output);
            var ok = findings.All(finding => finding.State != FindingState.Blocks);
            output.Write(new { ok, parts = findings }, text => Write(text, findings, ok));
            return ok ? 0 : 1;
        });

    private static async Task<IReadOnlyList<Finding>> ExamineAsync(DeskSettings settings, Output output)
    {
        var clock = DeskClock.For(settings);
        var zone = await ZoneCheck.RunAsync(settings.Zone, clock);
        // a desk without a zone cannot be built; the other parts can be looked at all the same
        await using var desk = new DeskSession(zone.State == FindingState.Ok ? settings : settings with { Zone = "UTC" }, clock, user: null, output);
        var hasData = await DatabaseCheck.CanBeReadAsync(desk);
        return
        [
            await FolderCheck.RunAsync("data folder", settings.DataFolder, "ABUSEDESK_DATA"),
            await DatabaseCheck.RunAsync(desk),
            await FolderCheck.RunAsync("evidence", settings.Evidence, "ABUSEDESK_EVIDENCE"),
            await FolderCheck.RunAsync("mail folder", settings.Mail["folder:".Length..], "ABUSEDESK_MAIL"),
            await MailCheck.RunAsync(desk, hasData),
            .. await Task.WhenAll(TemplateChecks.All(desk)),
            await FontCheck.RunAsync(desk),
            zone,
            await StaffCheck.RunAsync(desk, hasData),
            await TermsCheck.RunAsync(desk, hasData),
            await DiskCheck.RunAsync("disk", settings.DataFolder),
        ];
    }

    private static void Write(Output text, IReadOnlyList<Finding> findings, bool ok)
    {
        foreach (var finding in findings)
        {
            text.Line($"{(finding.State == FindingState.Ok ? "ok" : finding.State.ToString().ToUpperInvariant()),-8}{finding.Part,-15}{finding.Found}");
            if (finding.Mend is { Length: > 0 } mend)
                text.Line($"{"",-23}{mend}");
        }

        text.Line(ok ? "The desk can run." : "The desk cannot run as it should; what blocks is named above.");
    }
}
