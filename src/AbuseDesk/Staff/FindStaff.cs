using AbuseDesk.Database;

namespace AbuseDesk.Staff;

/// <summary>One person by login.</summary>
public sealed class FindStaff(DeskDatabase database)
{
    /// <returns>Also somebody who is disabled; null where nobody has the login.</returns>
    public Task<StaffMember?> RunAsync(string login, CancellationToken cancel = default) =>
        database.ReadAsync(connection => StaffRecords.FindAsync(connection, login), cancel);
}
