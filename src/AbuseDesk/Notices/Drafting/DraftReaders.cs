using AbuseDesk.Database;

namespace AbuseDesk.Notices.Drafting;

/// <summary>Who a notice goes to; the first contact addressed gives its language and "your time".</summary>
internal sealed record DraftReaders(string Role, string Locale, string Zone, IReadOnlyList<string> To, IReadOnlyList<string> Copies)
{
    /// <exception cref="DeskException">The customer has no contact in a role that is asked for.</exception>
    public static async Task<DraftReaders> FindAsync(DeskTransaction tx, long customerId, DraftNoticeRequest request)
    {
        var contacts = (await tx.QueryAsync<Contact>(
            "select role, email, locale, zone from contacts where customer_id = @customerId order by id", new { customerId })).ToList();
        var (to, copies) = NoticeKinds.Readers(request.Kind);
        var addressed = Of(contacts, request.To ?? to, required: true);
        var copied = Of(contacts, request.Copies ?? (request.To is null ? copies : []), required: false);
        var first = addressed[0];
        return new DraftReaders(
            first.Role, first.Locale, first.Zone,
            [.. addressed.Select(contact => contact.Email).Distinct()],
            [.. copied.Select(contact => contact.Email).Distinct()]);
    }

    private static List<Contact> Of(List<Contact> contacts, IReadOnlyList<string> roles, bool required)
    {
        var found = new List<Contact>();
        foreach (var role in roles)
        {
            var those = contacts.Where(contact => contact.Role == role).ToList();
            if (those.Count == 0 && required)
                throw new DeskException($"The customer has no {role} contact to send this to; add one to the customer list, or address another role.");
            found.AddRange(those);
        }

        return found;
    }

    private sealed record Contact
    {
        public required string Role { get; init; }

        public required string Email { get; init; }

        public required string Locale { get; init; }

        public required string Zone { get; init; }
    }
}
