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
        yield return Look("ladder", () => LadderOf(desk));
        yield return Look("deadlines", () => $"{desk.Get<DeadlineRules>().All.Count(rule => rule.Enabled)} rules, and {desk.Get<DeadlineRules>().All.Count(rule => !rule.Enabled)} that are switched off.");
        yield return Finding.LookAsync("calendars", Mend, () => Task.FromResult(Calendars(desk)));
        yield return Look("plan criteria", () => string.Join(", ", desk.Get<PolicyWords>().PlanCriteria().Select(criterion => criterion.Name)) + ".");
    }

    // a rule that no deadline has would never be missed, and its step never be proposed
    private static string LadderOf(DeskSession desk)
    {
        var ladder = desk.Get<Ladder>();
        foreach (var step in ladder.Steps)
            foreach (var rule in step.Missed.Keys)
            {
                if (desk.Get<DeadlineRules>().Get(rule) is not { Enabled: true, Whose: Whose.Customer })
                    throw new DeskException($"The ladder asks for “{rule}” as missed by the customer, which is switched off or not the customer’s; put a rule there that makes it the customer’s turn.");
            }

        return $"Version {ladder.Version}, {ladder.Steps.Count} steps.";
    }

    private static Finding Calendars(DeskSession desk)
    {
        var used = desk.Get<CheckCalendars>().Run();
        var ending = used.Where(calendar => calendar.Missing is not null).OrderByDescending(calendar => calendar.Now).ToList();
        if (ending.Count == 0)
        {
            foreach (var name in desk.Get<Calendars>().Names)
                desk.Get<Calendars>().Get(name);
            return Finding.Ok("calendars", used.Count == 0 ? "No rule counts business days." : string.Join(", ", used.Select(calendar => $"{calendar.Calendar} to the end of {calendar.LastYear}")) + ".");
        }

        return new Finding(
            "calendars",
            ending[0].Now ? FindingState.Blocks : FindingState.Advice,
            string.Join(" ", ending.Select(calendar => calendar.Sentence)),
            $"Check the holidays of the year, and extend “years” in {string.Join(", ", ending.Select(calendar => $"policy/calendars/{calendar.Calendar}.yml"))}.");
    }

    private static Task<Finding> Look(string part, Func<string> look) =>
        Finding.LookAsync(part, Mend, () => Task.FromResult(Finding.Ok(part, look())));
}
