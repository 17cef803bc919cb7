using AbuseDesk.Database;
using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Notices;

internal static class NoticeItems
{
    /// <summary>The items that a forwarding sends; null for the other kinds, which speak of all items sent by then.</summary>
    public static async Task<IReadOnlyList<long>?> OfForwardingAsync(DeskTransaction tx, NoticeRow notice) =>
        Words.Parse<NoticeKind>(notice.Kind) != NoticeKind.Forwarding ? null :
        [
            .. await tx.QueryAsync<long>("select item_id from notice_items where notice_id = @Id order by item_id", notice),
        ];
}
