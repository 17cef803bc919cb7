using AbuseDesk.Database;

namespace AbuseDesk.Staff.Absences;

/// <summary>Who is away or is going to be.</summary>
public sealed class ListAway(DeskDatabase database)
{
    public NodaTime.Instant Now => database.Now;

    public Task<IReadOnlyList<Absence>> RunAsync(CancellationToken cancel = default) =>
        database.ReadAsync(connection => AbsenceRecords.AheadAsync(connection, database.Now), cancel);

    /// <summary>The absence of a person now, with who stands in at the end; null where nobody does.</summary>
    public Task<Absence?> StandInAsync(string? login, CancellationToken cancel = default) =>
        database.ReadAsync(connection => AbsenceRecords.StandInAsync(connection, login, database.Now), cancel);
}
