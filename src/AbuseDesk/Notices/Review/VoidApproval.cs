using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Notices.Review;

/// <summary>An approval binds bytes and facts; when either changes it is void, and the record says why.</summary>
internal static class VoidApproval
{
    /// <summary>Records the end of an approval of the version as it was; does nothing where there was none.</summary>
    public static async Task IfApprovedAsync(DeskTransaction tx, Actor actor, NoticeRow notice, string reason)
    {
        if (Words.Parse<NoticeStatus>(notice.Status) != NoticeStatus.Approved)
            return;
        await ReviewActs.WriteAsync(tx, actor, notice, await NoticeRecords.VersionAsync(tx, notice), ReviewActs.Voided, reason);
        var caseRef = await tx.GetAsync<string>("select ref from cases where id = @CaseId", notice);
        await JournalWriter.AppendAsync(tx, caseRef, actor, "approval-voided",
            $"voided the approval of {notice.Ref} version {notice.CurrentVersion}: {reason}",
            new { notice = notice.Ref, version = notice.CurrentVersion, reason });
    }
}
