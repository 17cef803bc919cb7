using AbuseDesk.Cli.Frame;
using AbuseDesk.Staff;

namespace AbuseDesk.Cli.Commands.Doctor;

/// <summary>Whether every part of the work has somebody who may do it.</summary>
internal static class StaffCheck
{
    private const string Add = "Add one: abusedesk users add --login … --roles ";

    public static Task<Finding> RunAsync(DeskSession desk, bool hasData) => Finding.LookAsync("staff", "Mend the database first.", async () =>
    {
        var staff = hasData ? [.. (await desk.Get<ListStaff>().RunAsync()).Where(one => !one.Disabled)] : new List<StaffMember>();
        if (staff.Count == 0)
            return new Finding("staff", FindingState.Blocks, "There is nobody.", Add + "admin");
        var found = string.Join(", ", Enum.GetValues<Role>().Select(role => $"{staff.Count(one => Has(one, role))} {Words.Of(role)}")) + ".";
        var lacking = Lacking(staff).ToList();
        return lacking.Count == 0
            ? Finding.Ok("staff", found)
            : new Finding(
                "staff",
                lacking.Contains(Role.Admin) ? FindingState.Blocks : FindingState.Advice,
                $"{found} Nobody is {string.Join(" or ", lacking.Select(Words.Of))}.",
                Add + string.Join(", and one with --roles ", lacking.Select(Words.Of)));
    });

    private static IEnumerable<Role> Lacking(IReadOnlyList<StaffMember> staff)
    {
        if (!staff.Any(one => Has(one, Role.Admin)))
            yield return Role.Admin;
        if (!staff.Any(one => Has(one, Role.Agent) || Has(one, Role.Lead)))
            yield return Role.Agent;
        if (!staff.Any(one => Has(one, Role.Legal)))
            yield return Role.Legal;
    }

    private static bool Has(StaffMember one, Role role) => one.RoleSet.Contains(role);
}
