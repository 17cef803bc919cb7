using AbuseDesk.Cases;
using AbuseDesk.Evidence;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Review;

namespace AbuseDesk.Web.Pages.Notices;

/// <summary>A notice with all that its page shows.</summary>
public sealed record ShownNotice(
    NoticeRow Notice, CaseDetails Case, IReadOnlyList<NoticeVersionRow> Versions, IReadOnlyList<ReviewRow> Reviews, IReadOnlyList<NoticeCheck> Checks);

/// <summary>Reads a notice for its page.</summary>
public sealed class NoticePage(NoticeRecords records, CaseRecord cases, NoticeChecks checks, IEvidenceStore store)
{
    /// <returns>Null where there is no such notice.</returns>
    public async Task<ShownNotice?> FindAsync(string reference)
    {
        if (await records.FindAsync(reference) is not { } notice)
            return null;
        // what was sent is history: comparing it with today's record would say nothing
        var judged = notice.Status is "sent" or "withdrawn" ? [] : (await checks.RunAsync(notice.Ref)).Checks;
        return new ShownNotice(
            notice, await cases.GetAsync(await records.CaseRefAsync(notice)), await records.VersionsAsync(notice.Id), await records.ReviewsAsync(notice.Id), judged);
    }

    public Task<byte[]> ReadAsync(string sha256) => store.ReadAsync(sha256);
}
