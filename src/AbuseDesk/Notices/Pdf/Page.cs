namespace AbuseDesk.Notices.Pdf;

internal sealed record PlacedItem(FlowItem Item, float Y);

internal sealed record Page(IReadOnlyList<PlacedItem> Items);
