namespace AbuseDesk.Customers;

/// <summary>What a contact of a customer is for.</summary>
public enum ContactRole
{
    Abuse,
    Legal,
    Owner,
}
