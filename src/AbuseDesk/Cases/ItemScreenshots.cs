using AbuseDesk.Database;

namespace AbuseDesk.Cases;

/// <summary>Which captures show an item, in the order they came.</summary>
public static class ItemScreenshots
{
    /// <summary>Both the report and the check that brought it may be unknown. The same capture is attached once.</summary>
    public static Task AttachAsync(DeskTransaction tx, long itemId, long captureId, long? reportId = null, long? checkId = null) => tx.ExecuteAsync(
        """
        insert into screenshots (item_id, capture_id, report_id, check_id, ordinal)
        values (@itemId, @captureId, @reportId, @checkId,
          (select coalesce(max(ordinal), 0) + 1 from screenshots where item_id = @itemId))
        on conflict (item_id, capture_id) do nothing
        """,
        new { itemId, captureId, reportId, checkId });
}
