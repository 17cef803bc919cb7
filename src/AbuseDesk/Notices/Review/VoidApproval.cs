using AbuseDesk.Database;
using AbuseDesk.Journal;
using AbuseDesk.Notices.Changes;

namespace AbuseDesk.Notices.Review;

/// <summary>An approval binds bytes and facts; when either changes it is void, and the record says why.</summary>
internal static class VoidApproval
{
    /// <summary>Records the end of the approvals of the version as it was, also where further ones were still to come; does nothing where there was none.</summary>
    /// <returns>Whether there was one.</returns>
    public static async Task<bool> IfApprovedAsync(DeskTransaction tx, Actor actor, NoticeRow notice, string reason, IReadOnlyList<ChangedSentence>? untrue = null)
    {
        var version = await NoticeRecords.VersionAsync(tx, notice);
        var approved = Words.Parse<NoticeStatus>(notice.Status) switch
        {
            NoticeStatus.Approved => true,
            NoticeStatus.InReview => (await Approvals.ReadAsync(tx, notice, version, 1)).Given.Count > 0,
            _ => false,
        };
        if (!approved)
            return false;
        await ReviewActs.WriteAsync(tx, actor, notice, version, ReviewActs.Voided, reason, untrue);
        var caseRef = await NoticeRecords.CaseRefAsync(tx, notice);
        await JournalWriter.AppendAsync(tx, caseRef, actor, "approval-voided",
            $"voided the approval of {notice.Ref} version {notice.CurrentVersion}: {reason}",
            new { notice = notice.Ref, version = notice.CurrentVersion, reason, untrue = untrue ?? [] });
        return true;
    }
}
