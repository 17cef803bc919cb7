using AbuseDesk.Database;

namespace AbuseDesk.Cases;

/// <summary>
/// The state of an item at an instant, said once for the item rows and for every figure: what its last check at or before
/// @asOf found, of items named i. A check that could not reach the item says nothing about its removal.
/// </summary>
internal static class ItemStates
{
    public const string State =
        """
        coalesce((select c.outcome from checks c where c.item_id = i.id and c.checked_at <= @asOf
          order by c.checked_at desc, c.id desc limit 1), 'unchecked')
        """;

    public const string StateAt =
        "(select max(c.checked_at) from checks c where c.item_id = i.id and c.checked_at <= @asOf)";

    /// <summary>The first check that found it removed, since it was last found up; of use only where the state is removed.</summary>
    public const string RemovedAt =
        """
        (select min(c.checked_at) from checks c where c.item_id = i.id and c.outcome = 'removed' and c.checked_at <= @asOf
          and not exists (select 1 from checks u where u.item_id = i.id and u.outcome = 'still-up'
            and (u.checked_at > c.checked_at or (u.checked_at = c.checked_at and u.id > c.id)) and u.checked_at <= @asOf))
        """;

    /// <summary>The same as <see cref="State"/> at the date to act by of a forwarding named f.</summary>
    public const string StateByActBy =
        """
        (select c.outcome from checks c where c.item_id = i.id and c.checked_at <= f.act_by_at and c.checked_at <= @asOf
          order by c.checked_at desc, c.id desc limit 1)
        """;

    /// <summary>Writes the present state into the item rows, whatever order the checks came in.</summary>
    public static async Task RefreshAsync(DeskTransaction tx, IReadOnlyList<long> itemIds)
    {
        var parameters = new { asOf = tx.Now, ids = itemIds.ToArray() };
        await tx.ExecuteAsync(
            $"""
            update items as i set state = {State}, state_at = {StateAt}, removed_at = {RemovedAt}, version = version + 1
            where i.id {tx.Dialect.InList("@ids")}
            """,
            parameters);
        await tx.ExecuteAsync(
            $"update items set removed_at = null where state <> 'removed' and removed_at is not null and id {tx.Dialect.InList("@ids")}",
            parameters);
    }
}
