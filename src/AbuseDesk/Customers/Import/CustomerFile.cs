using NodaTime;

namespace AbuseDesk.Customers.Import;

/// <summary>A customer list, read and checked row by row. A row's number counts the header as 1, as spreadsheets do.</summary>
public sealed record CustomerFile(
    int Rows, IReadOnlyList<CustomerLine> Customers, IReadOnlyList<ContactLine> Contacts, IReadOnlyList<ResourceLine> Resources);

public sealed record CustomerLine(int Row, string Account, string Name, string? Locale, string? Zone);

public sealed record ContactLine(int Row, string Account, string Role, string Name, string Email, string Locale, string Zone);

public sealed record ResourceLine(int Row, string Account, Resource Resource, Instant HeldFrom, Instant? HeldTo)
{
    public Holding Holding => new(Account, Resource, HeldFrom, HeldTo);

    /// <summary>What makes it the same holding in another import; only its end may change.</summary>
    public (string, string, string, Instant) Key => (Account, Words.Of(Resource.Kind), Resource.Value, HeldFrom);
}
