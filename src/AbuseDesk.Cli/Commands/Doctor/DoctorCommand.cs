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
            var checkedSettings = await SettingsCheck.RunAsync(arguments.GetValue(GlobalOptions.Data));
            var settings = checkedSettings.Settings(arguments.GetValue(GlobalOptions.Data));
            IReadOnlyList<Finding> findings = [.. checkedSettings.Findings, .. await ExamineAsync(settings, output)];
            var ok = findings.All(finding => finding.State != FindingState.Blocks);
            output.Write(new { ok, parts = findings }, text => Write(text, findings, ok));
            return ok ? 0 : 1;
        });

    private static async Task<IReadOnlyList<Finding>> ExamineAsync(DeskSettings settings, Output output)
    {
        TimeProvider clock = TimeProvider.System;
        var demo = await Finding.LookAsync("demo", "Remove demo.json from the data folder, or play the demo again into an empty one.", () =>
        {
            clock = DeskClock.For(settings);
            return Task.FromResult(Finding.Ok("demo", ""));
        });
        var zone = await ZoneCheck.RunAsync(settings.Zone, clock);
        // a desk without a zone cannot be built; the other parts can be looked at all the same
        await using var desk = new DeskSession(zone.State == FindingState.Ok ? settings : settings with { Zone = "UTC" }, clock, user: null, output);
        var database = await DatabaseCheck.RunAsync(desk);
        return
        [
            await FolderCheck.RunAsync("data folder", settings.DataFolder, "ABUSEDESK_DATA"),
            .. demo.State == FindingState.Ok ? [] : new[] { demo },
            database,
            await FolderCheck.RunAsync("evidence", settings.Evidence, "ABUSEDESK_EVIDENCE"),
            await MailServerCheck.RunAsync(desk),
            await MailboxCheck.RunAsync(desk),
            await MailCheck.RunAsync(desk, await DatabaseCheck.CanBeReadAsync(desk, database)),
            .. await Task.WhenAll(TemplateChecks.All(desk)),
            await FontCheck.RunAsync(desk),
            await PublicAddressCheck.RunAsync(settings),
            await SealCheck.RunAsync(desk),
            zone,
            .. await RecordsAsync(desk, database),
            await DiskCheck.RunAsync("disk", settings.DataFolder),
        ];
    }

    private static async Task<IReadOnlyList<Finding>> RecordsAsync(DeskSession desk, Finding database)
    {
        if (database.State == FindingState.Blocks)
            return [Unseen("staff"), Unseen("customers"), Unseen("terms")];
        var hasData = await DatabaseCheck.CanBeReadAsync(desk, database);
        return [await StaffCheck.RunAsync(desk, hasData), await CustomersCheck.RunAsync(desk, hasData), await TermsCheck.RunAsync(desk, hasData)];
    }

    private static Finding Unseen(string part) => new(part, FindingState.Advice, "Not looked at, as the database cannot be read.", "Mend the database, and ask again.");

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
