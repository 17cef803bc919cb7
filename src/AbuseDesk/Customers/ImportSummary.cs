namespace AbuseDesk.Customers;

/// <summary>What an import changed.</summary>
public sealed record ImportSummary
{
    /// <summary>Rows in the file, without its header.</summary>
    public required int Rows { get; init; }

    public required int CustomersAdded { get; init; }

    /// <summary>Customers with a new name.</summary>
    public required int CustomersChanged { get; init; }

    public required int ContactsAdded { get; init; }

    public required int ContactsChanged { get; init; }

    /// <summary>Contacts in a role for which the file names others.</summary>
    public required int ContactsRemoved { get; init; }

    public required int ResourcesAdded { get; init; }

    /// <summary>Resources with a new end.</summary>
    public required int ResourcesChanged { get; init; }

    public bool ChangesNothing =>
        (CustomersAdded, CustomersChanged, ContactsAdded, ContactsChanged, ContactsRemoved, ResourcesAdded, ResourcesChanged) == default;

    /// <summary>One sentence for people.</summary>
    public override string ToString() => ChangesNothing
        ? $"read {Counted.Of(Rows, "row")}, and {(Rows == 1 ? "it was" : "all of them were")} on record already: nothing was changed"
        : $"read {Counted.Of(Rows, "row")}: customers {CustomersAdded} added, {CustomersChanged} renamed; contacts {ContactsAdded} added, {ContactsChanged} changed, {ContactsRemoved} removed; resources {ResourcesAdded} added, {ResourcesChanged} changed";
}
