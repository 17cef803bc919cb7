using AbuseDesk.Cases;
using AbuseDesk.Customers;
using AbuseDesk.Database;

namespace AbuseDesk.Notices.Gathering;

/// <summary>Whether the record shows that every location was the customer's at the instant its item was first seen.</summary>
internal static class AttributionGathering
{
    public static async Task<bool> ShownAsync(DeskTransaction tx, CaseFile file, IReadOnlyList<ItemRow> items)
    {
        foreach (var item in items)
        {
            var holder = await AttributeLocation.FindAsync(tx, Location.Parse(item.Url).Place, item.FirstSeenAt);
            if (holder?.CustomerId != file.Case.CustomerId)
                return false;
        }

        return true;
    }
}
