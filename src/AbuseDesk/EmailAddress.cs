using AbuseDesk.Customers;
using MimeKit;

namespace AbuseDesk;

/// <summary>An e-mail address that mail can be sent to: one address, without a name.</summary>
public static class EmailAddress
{
    private const int Longest = 254;

    /// <returns>The address, its domain in lower case.</returns>
    /// <exception cref="DeskException">Not one e-mail address.</exception>
    public static string Parse(string? text)
    {
        var clean = text?.Trim() ?? "";
        // a line break in an address would become a header of its own in a mail
        var sound = clean.Length <= Longest
            && !clean.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>')
            && MailboxAddress.TryParse(clean, out var mailbox)
            && mailbox.Address == clean
            && IsHost(mailbox.Domain);
        if (!sound) throw new DeskException($"“{Shown.Briefly(text)}” is not an e-mail address; write it like abuse@perch.example.");
        var at = clean.LastIndexOf('@');
        return clean[..at] + clean[at..].ToLowerInvariant();
    }

    private static bool IsHost(string? domain)
    {
        try
        {
            return !string.IsNullOrEmpty(domain) && HostName.Parse(domain).Address is null;
        }
        catch (DeskException)
        {
            return false;
        }
    }
}
