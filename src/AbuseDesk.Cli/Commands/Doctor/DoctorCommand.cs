using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Database;
using AbuseDesk.Notices.Templates;
using AbuseDesk.Staff;

namespace AbuseDesk.Cli.Commands.Doctor;

/// <summary>Looks at every part that an installation needs.</summary>
public sealed class DoctorCommand : DeskCommand
{
    public DoctorCommand()
        : base("doctor", "Say what is configured, what is missing, and how to mend it.")
    {
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var settings = desk.Settings;
        List<Finding> findings =
        [
            new("Data folder", true, settings.DataFolder),
            await LookAsync("Database", async () => $"{desk.Database.Dialect.Name}; {(await desk.Get<SchemaUpgrade>().PendingAsync()).Count} scripts pending"),
            await LookAsync("Evidence", () => Task.FromResult(Writable(settings.Evidence))),
            await LookAsync("Mail", () => Task.FromResult(settings.Mail)),
            await LookAsync("Templates", () => Task.FromResult($"{new TemplateLibrary(settings.Templates).All().Count} parse, in {settings.Templates}")),
            await LookAsync("Brand", () => Task.FromResult(Brand.Read(settings.Templates).Name)),
            await LookAsync("Zone", () => Task.FromResult(desk.Zone.Id)),
            .. await StaffAsync(desk),
        ];
        desk.Out.Write(findings, text => text.Table(["Part", "", "Found"], findings.Select(finding =>
            (IReadOnlyList<string?>)[finding.Part, finding.Ok ? "ok" : "MISSING", finding.Found])));
        return findings.All(finding => finding.Ok) ? 0 : 1;
    }

    private static async Task<Finding> LookAsync(string part, Func<Task<string>> look)
    {
        try
        {
            return new Finding(part, true, await look());
        }
        catch (DeskException wrong)
        {
            return new Finding(part, false, wrong.Message);
        }
    }

    private static string Writable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, ".writable");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return $"{folder}, {new DriveInfo(folder).AvailableFreeSpace / 1_000_000_000} GB free";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DeskException($"{folder} cannot be written ({e.Message}); make it writable or set ABUSEDESK_EVIDENCE.", e);
        }
    }

    private static async Task<IEnumerable<Finding>> StaffAsync(DeskSession desk)
    {
        var staff = await desk.Get<ListStaff>().RunAsync();
        return new[] { Role.Admin, Role.Agent, Role.Legal }.Select(role =>
        {
            var names = staff.Where(person => person.RoleSet.Contains(role)).Select(person => person.Login).ToList();
            return names.Count > 0
                ? new Finding($"Role {Words.Of(role)}", true, string.Join(", ", names))
                : new Finding($"Role {Words.Of(role)}", false, $"nobody; add one with: abusedesk users add --roles {Words.Of(role)} …");
        });
    }

    private sealed record Finding(string Part, bool Ok, string Found);
}
