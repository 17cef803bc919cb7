using System.Text.Json.Serialization;
using AbuseDesk.Database;
using AbuseDesk.Notices.Changes;
using Dapper;
using NodaTime;

namespace AbuseDesk.Notices;

/// <summary>A compiled version of a notice: the bytes that a review judges.</summary>
public sealed record NoticeVersionRow
{
    public required int Number { get; init; }

    public required string Subject { get; init; }

    public required string TemplateSha256 { get; init; }

    /// <summary>The published version of the template; 0 for the file of the installation.</summary>
    public required int TemplateVersion { get; init; }

    public required string FactsSha256 { get; init; }

    public required string PdfSha256 { get; init; }

    public required string HtmlSha256 { get; init; }

    public required string TextSha256 { get; init; }

    public required int Pages { get; init; }

    public required Instant CompiledAt { get; init; }

    public required string CompiledBy { get; init; }
}

/// <summary>One act of the review: submitted, returned, approved, voided.</summary>
public sealed record ReviewRow
{
    public required int NoticeVersion { get; init; }

    public required string Act { get; init; }

    public required string? Comment { get; init; }

    /// <summary>Of an approval that was voided: the sentences that would be untrue, as JSON; null for the other acts.</summary>
    [JsonIgnore]
    public string? Untrue { get; init; }

    public IReadOnlyList<ChangedSentence> UntrueSentences => ChangedSentence.Read(Untrue);

    public required Instant ActedAt { get; init; }

    public required string ActedBy { get; init; }

    public required string PdfSha256 { get; init; }

    public required string MailSha256 { get; init; }
}

/// <summary>A notice in a list.</summary>
public sealed record NoticeSummary
{
    public required long Id { get; init; }

    public required string Ref { get; init; }

    public required string Kind { get; init; }

    public required string Status { get; init; }

    public required int CurrentVersion { get; init; }

    public required string Author { get; init; }

    public required string? Reviewer { get; init; }

    public required string CaseRef { get; init; }

    public required string CustomerName { get; init; }

    public required string Account { get; init; }

    public required Instant CreatedAt { get; init; }

    public required Instant? SentAt { get; init; }

    public required Instant? ActByAt { get; init; }

    public required Instant? EffectiveAt { get; init; }

    public required int Items { get; init; }
}

/// <summary>Reads notices.</summary>
public sealed class NoticeRecords(DeskDatabase database)
{
    private const string Summary =
        """
        select n.id, n.ref, n.kind, n.status, n.current_version, n.author, n.reviewer, c.ref as case_ref,
               u.name as customer_name, u.account, n.created_at, n.sent_at, n.act_by_at, n.effective_at,
               (select count(*) from notice_items ni where ni.notice_id = n.id) as items
        from notices n join cases c on c.id = n.case_id join customers u on u.id = n.customer_id
        """;

    public async Task<NoticeRow> GetAsync(string reference) =>
        await database.SnapshotAsync(tx => GetAsync(tx, reference));

    /// <summary>Null where there is no such notice.</summary>
    public Task<NoticeRow?> FindAsync(string reference) => database.SnapshotAsync(tx =>
        FindAsync(tx, reference));

    /// <summary>"C-2020-0417" of a notice's case.</summary>
    public Task<string> CaseRefAsync(NoticeRow notice) => database.SnapshotAsync(tx => CaseRefAsync(tx, notice));

    internal static Task<string> CaseRefAsync(DeskTransaction tx, NoticeRow notice) =>
        tx.GetAsync<string>("select ref from cases where id = @CaseId", notice);

    /// <exception cref="DeskException">There is no such notice.</exception>
    public static async Task<NoticeRow> GetAsync(DeskTransaction tx, string reference) =>
        await FindAsync(tx, reference) ?? throw new DeskException($"There is no notice {Shown.Briefly(reference)}; a reference looks like N-2021-0036.");

    // a reference is said on the phone and typed by hand: its letters count in either case
    private static Task<NoticeRow?> FindAsync(DeskTransaction tx, string reference) =>
        tx.FindAsync<NoticeRow>("select * from notices where ref = @wanted", new { wanted = reference.Trim().ToUpperInvariant() });

    public static Task<NoticeVersionRow> VersionAsync(DeskTransaction tx, NoticeRow notice) =>
        tx.GetAsync<NoticeVersionRow>(
            "select * from notice_versions where notice_id = @Id and number = @CurrentVersion", notice);

    public Task<IReadOnlyList<NoticeVersionRow>> VersionsAsync(long noticeId) =>
        ListAsync<NoticeVersionRow>("select * from notice_versions where notice_id = @noticeId order by number", new { noticeId });

    public Task<IReadOnlyList<ReviewRow>> ReviewsAsync(long noticeId) =>
        ListAsync<ReviewRow>("select * from reviews where notice_id = @noticeId order by id", new { noticeId });

    /// <summary>The notices of a case, the newest first.</summary>
    public Task<IReadOnlyList<NoticeSummary>> OfCaseAsync(long caseId) =>
        ListAsync<NoticeSummary>($"{Summary} where n.case_id = @caseId order by n.created_at desc, n.id desc", new { caseId });

    /// <summary>What waits for a lawyer, the most urgent measure first.</summary>
    public Task<IReadOnlyList<NoticeSummary>> InReviewAsync() =>
        ListAsync<NoticeSummary>(
            $"{Summary} where n.status in ('in-review', 'approved', 'returned') order by n.status = 'in-review' desc, n.effective_at nulls last, n.id", new { });

    /// <summary>Who has approved the notices that wait for a further approval, by reference.</summary>
    public async Task<ILookup<string, string>> ApproversInReviewAsync() =>
        (await ListAsync<(string Ref, string Login)>(
            """
            select n.ref, r.acted_by
            from notices n join reviews r on r.notice_id = n.id and r.notice_version = n.current_version and r.act = 'approved'
            where n.status = 'in-review' and r.id > (select coalesce(max(o.id), 0) from reviews o where o.notice_id = n.id and o.act <> 'approved')
            order by r.id
            """,
            new { })).ToLookup(row => row.Ref, row => row.Login);

    private Task<IReadOnlyList<T>> ListAsync<T>(string sql, object parameters) =>
        database.ReadAsync<IReadOnlyList<T>>(async connection => (await connection.QueryAsync<T>(sql, parameters)).AsList());
}
