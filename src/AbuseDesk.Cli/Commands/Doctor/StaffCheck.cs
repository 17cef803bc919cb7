using AbuseDesk.Cli.Frame;
using AbuseDesk.Staff;

namespace AbuseDesk.Cli.Commands.Doctor;

/// <summary>Whether every part of the work has somebody who may do it.</summary>
internal static class StaffCheck
{
    private const string Add = "Add one: abusedesk users add --login … --roles ";

    public static Task<Finding> RunAsync(DeskSession desk, bool hasData) => Finding.LookAsync("staff", "", async () =>
    {
        var staff = hasData ? [.. (await desk.Get<ListStaff>().RunAsync()).Where(one => !one.Disabled)] : new List<StaffMember>();
        if (staff.Count == 0)
            return new Finding("staff", FindingState.Blocks, "There is nobody.", Add + "admin");
        var found = string.Join(", ", Enum.GetValues<Role>().Select(role => $"{staff.Count(one => one.RoleSet.Contains(role))} {Words.Of(role)}")) + ".";
        return Lacking(staff) is { } role
            ? new Finding("staff", role == Role.Admin ? FindingState.Blocks : FindingState.Advice, $"{found} Nobody is {Words.Of(role)}.", Add + Words.Of(role))
            : Finding.Ok("staff", found);
    });

    private static Role? Lacking(IReadOnlyList<StaffMember> staff) =>
        !staff.Any(one => one.RoleSet.Contains(Role.Admin)) ? Role.Admin
        : !staff.Any(one => one.RoleSet.Contains(Role.Agent) || one.RoleSet.Contains(Role.Lead)) ? Role.Agent
        : !staff.Any(one => one.RoleSet.Contains(Role.Legal)) ? Role.Legal
        : null;
}
