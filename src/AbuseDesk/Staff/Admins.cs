using AbuseDesk.Database;

namespace AbuseDesk.Staff;

internal static class Admins
{
    /// <summary>Somebody who may add, reset and enable must always be left.</summary>
    /// <param name="tx">The transaction of the act; it locks the admins, so that two of them cannot put each other out at once.</param>
    /// <param name="member">Who is about to stop being one.</param>
    /// <exception cref="DeskException">There is no other enabled admin.</exception>
    public static async Task RequireAnotherAsync(DeskTransaction tx, StaffMember member)
    {
        var admins = await tx.QueryAsync<string>(
            $"select login from staff where not disabled and ' ' || roles || ' ' like '% admin %' order by id {tx.Dialect.ForUpdate}");
        if (admins.All(login => login == member.Login))
            throw new DeskException($"{member.Name} is the last admin who can act; give somebody else the role admin first.");
    }
}
