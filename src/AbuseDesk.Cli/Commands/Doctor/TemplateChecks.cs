using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines;
using AbuseDesk.Escalation;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Gathering;
using AbuseDesk.Notices.Templates;

namespace AbuseDesk.Cli.Commands.Doctor;

/// <summary>What legal and operations edit: every file is read as the desk reads it.</summary>
internal static class TemplateChecks
{
    private const string Mend = "Compare the folder with the templates that came with AbuseDesk, or set ABUSEDESK_TEMPLATES to another.";

    public static IEnumerable<Task<Finding>> All(DeskSession desk)
    {
        var folder = desk.Settings.Templates;
        yield return Look("templates", () =>
        {
            if (!Directory.Exists(folder))
                throw new DeskException($"There is no folder {folder}; set ABUSEDESK_TEMPLATES to the templates that came with AbuseDesk, or to a copy of them.");
            var library = new TemplateLibrary(folder);
            foreach (var kind in NoticeKinds.Drafted)
                library.Get(kind, "en");
            var all = library.All();
            return $"{all.Count} notices in {string.Join(", ", all.Select(template => template.Language).Distinct())}, from {folder}.";
        });
        yield return Look("brand", () => $"{Brand.Read(folder).Name}, {Brand.Read(folder).Unit}.");
        yield return Look("ladder", () => $"Version {desk.Get<Ladder>().Version}, {desk.Get<Ladder>().Steps.Count} steps.");
        yield return Look("deadlines", () => $"{desk.Get<DeadlineRules>().All.Count} rules.");
        yield return Look("holidays", () => $"{Counted.Of(desk.Get<PolicyWords>().Holidays().Count, "day")}.");
        yield return Look("plan criteria", () => string.Join(", ", desk.Get<PolicyWords>().PlanCriteria().Select(criterion => criterion.Name)) + ".");
    }

    private static Task<Finding> Look(string part, Func<string> look) =>
        Finding.LookAsync(part, Mend, () => Task.FromResult(Finding.Ok(part, look())));
}
