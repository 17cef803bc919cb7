using AbuseDesk.Database;

namespace AbuseDesk.Staff;

/// <summary>Who acts, by login: for commands and for the web's sign-in.</summary>
public sealed class GetActor(DeskDatabase database)
{
    /// <exception cref="DeskException">Nobody has the login, or who has it is disabled.</exception>
    public async Task<Actor> RunAsync(string login, CancellationToken cancel = default) =>
        (await database.ReadAsync(connection => StaffRecords.GetAsync(connection, login), cancel)).Actor;
}
