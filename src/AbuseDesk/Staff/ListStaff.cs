using AbuseDesk.Database;

namespace AbuseDesk.Staff;

public sealed class ListStaff(DeskDatabase database)
{
    /// <summary>All of them, by login, those who are disabled too.</summary>
    public Task<IReadOnlyList<StaffMember>> RunAsync(CancellationToken cancel = default) => database.ReadAsync(StaffRecords.ListAsync, cancel);
}
