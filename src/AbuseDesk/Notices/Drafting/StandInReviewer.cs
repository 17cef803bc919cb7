using AbuseDesk.Database;
using AbuseDesk.Staff.Absences;

namespace AbuseDesk.Notices.Drafting;

/// <summary>Who reviews a notice that is compiled now: the lawyer named, or whoever stands in while they are away.</summary>
internal static class StandInReviewer
{
    /// <param name="tx">The view of the record.</param>
    /// <param name="notice">With the reviewer as named; one that nobody has to review stays as it is.</param>
    /// <param name="compiler">Whoever compiles the version, and so cannot approve it.</param>
    /// <returns>The notice with the reviewer that it prints: still the one named where who stands in is the author, or compiles it.</returns>
    public static async Task<NoticeRow> OfAsync(DeskTransaction tx, NoticeRow notice, string compiler)
    {
        if (await AbsenceRecords.StandInAsync(tx.Connection, notice.Reviewer, tx.Now) is not { } away)
            return notice;
        return away.Substitute == notice.Author || away.Substitute == compiler
            ? notice
            : notice with { Reviewer = away.Substitute, ReviewerFor = away.Login, ReviewerForUntil = away.UntilDate };
    }
}
