using AbuseDesk.Database;

namespace AbuseDesk.Staff;

/// <summary>What notices and reminders say of a person, checked alike whenever it is given.</summary>
internal static class StaffDetails
{
    /// <exception cref="DeskException">Empty, too long or of several lines.</exception>
    public static string OneLine(string what, string text)
    {
        var clean = text.Trim();
        return clean.Length is > 0 and <= 200 && !clean.Any(char.IsControl)
            ? clean
            : throw new DeskException($"The {what} “{Shown.Briefly(text)}” cannot be used; write 1 to 200 characters on one line.");
    }

    /// <summary>A reminder is for one reader, and who reads a mailbox of several knows of all of them.</summary>
    /// <exception cref="DeskException">It is the address of somebody else.</exception>
    public static async Task RequireOwnAddressAsync(DeskTransaction tx, StaffMember member)
    {
        if (await StaffRecords.FindByEmailAsync(tx.Connection, member.Email) is { } other && other.Login != member.Login)
            throw new DeskException($"The address {member.Email} is that of {other.Name} ({other.Login}); give each person their own.");
    }
}
