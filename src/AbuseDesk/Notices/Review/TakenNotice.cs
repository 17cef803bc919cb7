using AbuseDesk.Cases;
using AbuseDesk.Database;

namespace AbuseDesk.Notices.Review;

/// <summary>
/// A notice as an act finds it. Its case is taken first, so that no check, plan or other notice of the case comes between what the
/// act reads and what it writes.
/// </summary>
internal static class TakenNotice
{
    /// <exception cref="DeskException">There is no such notice.</exception>
    public static async Task<NoticeRow> TakeAsync(DeskTransaction tx, string reference) => (await BothAsync(tx, reference)).Notice;

    /// <exception cref="DeskException">There is no such notice, or its case is closed.</exception>
    public static async Task<NoticeRow> TakeOpenAsync(DeskTransaction tx, string reference)
    {
        var (head, notice) = await BothAsync(tx, reference);
        head.DemandOpen();
        return notice;
    }

    private static async Task<(CaseHead Head, NoticeRow Notice)> BothAsync(DeskTransaction tx, string reference)
    {
        var head = await CaseHead.TakeAsync(tx, (await NoticeRecords.GetAsync(tx, reference)).CaseId);
        // read again: only now nobody else can change it
        return (head, await NoticeRecords.GetAsync(tx, reference));
    }
}
