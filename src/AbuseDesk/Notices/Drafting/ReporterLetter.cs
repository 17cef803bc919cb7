using AbuseDesk.Database;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Gathering;
using NodaTime;

namespace AbuseDesk.Notices.Drafting;

/// <summary>
/// What a letter to a reporter answers: the report that is named, and the others of the same reporter in the same case that no letter
/// of the kind has answered yet. So a reporter of seventy items gets one letter.
/// </summary>
/// <param name="CaseRef">The case of the report.</param>
/// <param name="Email">The reporter's address.</param>
/// <param name="Reports">References, comma-separated, by the instant they were received.</param>
internal sealed record ReporterLetter(string CaseRef, string Email, string Reports)
{
    /// <exception cref="DeskException">There is no such report, nobody to write to, nothing decided yet, or it was answered.</exception>
    public static async Task<ReporterLetter> FindAsync(DeskTransaction tx, DraftNoticeRequest request)
    {
        var wanted = request.ReportRef!.Trim().ToUpperInvariant();
        var named = await tx.FindAsync<NamedReport>(
            """
            select r.source, r.reporter_email, i.case_id, k.ref as case_ref
            from reports r join report_items l on l.report_id = r.id join items i on i.id = l.item_id join cases k on k.id = i.case_id
            where r.ref = @wanted order by l.item_id limit 1
            """,
            new { wanted }) ?? throw new DeskException($"There is no report “{Shown.Briefly(request.ReportRef!)}”; a report reference looks like R-2021-00001.");
        Require(wanted, named, request);
        var answered = await AnsweredAsync(tx, named.CaseId, request.Kind);
        var reports = await OfReporterAsync(tx, named.CaseId, named.ReporterEmail!, request.Kind);
        if (request.Kind == NoticeKind.Decision && reports.First(report => report.Ref == wanted) is { Undecided: true })
            throw new DeskException($"An item of {wanted} is not decided yet; uphold or reverse it first.");
        if (answered.Find(letter => letter.Answers(wanted, reports)) is { } before)
            throw Answered(wanted, before);
        var open = reports.Where(report =>
            !(report.Undecided && request.Kind == NoticeKind.Decision) && !answered.Exists(letter => letter.Answers(report.Ref, reports)));
        return new ReporterLetter(named.CaseRef, named.ReporterEmail!.Trim(), string.Join(", ", open.Select(report => report.Ref)));
    }

    /// <summary>Again when the letter is kept: two people may draft at once.</summary>
    /// <exception cref="DeskException">Another letter answers one of its reports.</exception>
    public static async Task RefuseAnotherAsync(DeskTransaction tx, NoticeRow notice, NoticeKind kind)
    {
        if (notice.Reports is not { } list) return;
        var answered = await AnsweredAsync(tx, notice.CaseId, kind);
        var reports = await OfReporterAsync(tx, notice.CaseId, notice.Recipients, kind);
        foreach (var report in GatheringContext.Addresses(list))
        {
            if (answered.Find(letter => letter.Answers(report, reports)) is { } before)
                throw Answered(report, before);
        }
    }

    private static void Require(string wanted, NamedReport named, DraftNoticeRequest request)
    {
        var problem = named switch
        {
            { Source: "own" } => $"{wanted} is our own finding; there is no reporter to write to.",
            { ReporterEmail: null or "" } => $"{wanted} names no e-mail address of its reporter, so there is nobody to write to.",
            { ReporterEmail: var email } when !IsOneAddress(email) => $"{wanted} gives “{Shown.Briefly(email)}” as its reporter’s address, which is not one e-mail address; nothing can be sent there.",
            _ when request.CaseRef.Trim() is { Length: > 0 } given && !given.Equals(named.CaseRef, StringComparison.OrdinalIgnoreCase) => $"{wanted} is in {named.CaseRef}, not in {Shown.Briefly(given)}.",
            _ => null,
        };
        if (problem is not null)
            throw new DeskException(problem);
    }

    // addresses are kept comma-separated: a comma here would make two readers of one
    private static bool IsOneAddress(string email) =>
        email.Trim() is var address && address.IndexOf('@', StringComparison.Ordinal) > 0 && address.IndexOfAny([',', ';', ' ', '<', '>']) < 0;

    private static DeskException Answered(string report, Letter before) => new(before.SentAt is null
        ? $"{report} is in {before.Ref}, which is {before.Status.Replace('-', ' ')}; send, redraft or withdraw that one."
        : $"{report} was answered by {before.Ref}, and nothing was decided since.");

    private static async Task<List<Letter>> AnsweredAsync(DeskTransaction tx, long caseId, NoticeKind kind) =>
    [
        .. await tx.QueryAsync<Letter>(
            "select ref, status, reports, sent_at from notices where case_id = @caseId and kind = @kind and status <> 'withdrawn' and reports is not null order by id",
            new { caseId, kind = Words.Of(kind) }),
    ];

    private static async Task<List<Report>> OfReporterAsync(DeskTransaction tx, long caseId, string email, NoticeKind kind)
    {
        var rows = await tx.QueryAsync<Row>(
            """
            select r.id, r.ref, v.decided_at, v.reversed_at
            from reports r
            join report_items l on l.report_id = r.id
            join items i on i.id = l.item_id
            left join violations v on v.item_id = i.id
            where i.case_id = @caseId and lower(trim(r.reporter_email)) = lower(trim(@email)) and r.source <> 'own'
            order by r.received_at, r.id
            """,
            new { caseId, email });
        return
        [
            .. rows.GroupBy(row => row.Ref).Select(group => new Report(
                group.Key,
                group.Any(row => row.DecidedAt is null),
                // a receipt stays true whatever is decided later
                kind == NoticeKind.Receipt ? null : group.SelectMany(row => new[] { row.DecidedAt, row.ReversedAt }).Max())),
        ];
    }

    private sealed record Report(string Ref, bool Undecided, Instant? LastDecided);

    private sealed record NamedReport
    {
        public required string Source { get; init; }

        public required string? ReporterEmail { get; init; }

        public required long CaseId { get; init; }

        public required string CaseRef { get; init; }
    }

    private sealed record Row
    {
        public required long Id { get; init; }

        public required string Ref { get; init; }

        public required Instant? DecidedAt { get; init; }

        public required Instant? ReversedAt { get; init; }
    }

    private sealed record Letter
    {
        public required string Ref { get; init; }

        public required string Status { get; init; }

        public required string Reports { get; init; }

        public required Instant? SentAt { get; init; }

        /// <summary>A decision that was changed after its letter was sent is owed again.</summary>
        public bool Answers(string report, List<Report> reports) => GatheringContext.Addresses(Reports).Contains(report)
            && (SentAt is not { } sent || reports.Find(one => one.Ref == report)?.LastDecided is not { } last || last <= sent);
    }
}
