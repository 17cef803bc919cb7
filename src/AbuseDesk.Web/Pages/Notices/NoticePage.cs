using System.Text;
using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Evidence;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Notices.Review.Comments;
using AbuseDesk.Notices.Sealing;
using AbuseDesk.Staff.Absences;
using AbuseDesk.Web.Notices;
using AbuseDesk.Web.Staff;
using Dapper;
using NodaTime;

namespace AbuseDesk.Web.Pages.Notices;

/// <summary>A notice with all that its page shows.</summary>
public sealed record ShownNotice
{
    public required NoticeRow Notice { get; init; }

    public required CaseDetails Case { get; init; }

    /// <summary>The oldest first.</summary>
    public required IReadOnlyList<NoticeVersionRow> Versions { get; init; }

    /// <summary>The version that is looked at; the current one unless an earlier is asked for.</summary>
    public required NoticeVersionRow Version { get; init; }

    public required IReadOnlyList<ReviewRow> Reviews { get; init; }

    /// <summary>Of the current version.</summary>
    public required Approvals Approvals { get; init; }

    /// <summary>Of the current version; empty once it was sent.</summary>
    public required IReadOnlyList<NoticeCheck> Checks { get; init; }

    public required NoticeFacts Facts { get; init; }

    /// <summary>The text of the version looked at, and what people say about its paragraphs.</summary>
    public required CommentedText Text { get; init; }

    /// <summary>By when the reviewer decides; null while nobody has to.</summary>
    public required Instant? DecideBy { get; init; }

    /// <summary>Of the notice as it was sent; null where it has none.</summary>
    public required SealRow? Seal { get; init; }

    /// <summary>The absence of the reviewer now, while the notice waits for them; null where they are there, or nobody stands in.</summary>
    public required Absence? Away { get; init; }

    /// <summary>Names by login.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    public bool IsCurrent => Version.Number == Notice.CurrentVersion;

    public int Failed => Checks.Count(check => !check.Passed);

    public string Kind => NoticeWords.Name(Notice.Kind);

    public string NameOf(string? login) => login is null ? "nobody" : Names.GetValueOrDefault(login, login);

    public string FirstNameOf(string? login) => NameOf(login).Split(' ')[0];
}

/// <summary>Reads a notice for its page.</summary>
public sealed class NoticePage(DeskDatabase database, NoticeRecords records, CaseRecord cases, NoticeChecks checks, NoticeText text)
{
    /// <param name="reference">"N-2021-0036".</param>
    /// <param name="version">The version to look at; null for the current one.</param>
    /// <param name="colleagues">For names.</param>
    /// <returns>Null where there is no such notice or version.</returns>
    public async Task<ShownNotice?> FindAsync(string reference, int? version, Colleagues colleagues)
    {
        if (await records.FindAsync(reference) is not { } notice) return null;
        var versions = await records.VersionsAsync(notice.Id);
        if (versions.FirstOrDefault(each => each.Number == (version ?? notice.CurrentVersion)) is not { } looked) return null;
        var reviews = await records.ReviewsAsync(notice.Id);
        // what was sent is history: comparing it with today's record would say nothing
        var judged = notice.Status is "sent" or "withdrawn" ? [] : (await checks.RunAsync(notice.Ref)).Checks;
        return new ShownNotice
        {
            Notice = notice,
            Case = await cases.GetAsync(await records.CaseRefAsync(notice)),
            Versions = versions,
            Version = looked,
            Reviews = reviews,
            Approvals = Approvals.Of(reviews, versions.Single(each => each.Number == notice.CurrentVersion), text.ApprovalsFor(notice)),
            Checks = judged,
            Facts = FactsText.Read(await text.ReadAsync(looked.FactsSha256)),
            Text = await text.CommentedAsync(notice.Ref, looked.Number),
            Away = notice.Status is "draft" or "in-review" ? await text.StandInAsync(notice.Reviewer) : null,
            DecideBy = await DecideByAsync(notice),
            Seal = await database.SnapshotAsync(tx => SealRecords.FindAsync(tx, notice.Id)),
            Names = await colleagues.NamesAsync(),
        };
    }

    /// <exception cref="DeskException">There is no such notice.</exception>
    public async Task<string> CaseRefAsync(string reference) => await records.CaseRefAsync(await records.GetAsync(reference));

    private Task<Instant?> DecideByAsync(NoticeRow notice) => database.ReadAsync(connection => connection.QueryFirstOrDefaultAsync<Instant?>(
        "select due_at from deadlines where notice_id = @Id and rule = @Rule and status = 'open' order by due_at limit 1",
        new { notice.Id, Rule = DeadlineRules.DecideReview }));
}

/// <summary>Texts kept as evidence, verified as they are read, and what a review needs besides them.</summary>
public sealed class NoticeText(IEvidenceStore store, ReadComments comments, ReviewPolicy policy, ListAway away)
{
    public Task<Absence?> StandInAsync(string? login) => away.StandInAsync(login);

    public int ApprovalsFor(NoticeRow notice) => policy.ApprovalsFor(notice);

    public Task<CommentedText> CommentedAsync(string reference, int version) => comments.RunAsync(reference, version);

    public async Task<string> ReadAsync(string sha256) => Encoding.UTF8.GetString(await store.ReadAsync(sha256));
}
