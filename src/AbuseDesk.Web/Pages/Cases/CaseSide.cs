using AbuseDesk.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Web.Pages.Cases;

/// <summary>A deadline of a case that has not ended; those that are paused stand last.</summary>
public sealed record CaseDeadline
{
    public required string Ref { get; init; }

    public required string ToDo { get; init; }

    public required string Whose { get; init; }

    public required string Explanation { get; init; }

    public required Instant DueAt { get; init; }

    /// <summary>It stands still, and when it is due is not known.</summary>
    public required bool Paused { get; init; }
}

/// <summary>A notice of a case, as the case page lists and places it.</summary>
public sealed record CaseNotice
{
    public required string Ref { get; init; }

    public required string Kind { get; init; }

    public required string Status { get; init; }

    public required int CurrentVersion { get; init; }

    public required string Author { get; init; }

    public string? AuthorName { get; init; }

    public string? Reviewer { get; init; }

    public string? ReviewerName { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>The last act of its review; null before the first.</summary>
    public Instant? ReviewedAt { get; init; }

    public Instant? SentAt { get; init; }

    /// <summary>The first report that a recipient's server has it.</summary>
    public Instant? DeliveredAt { get; init; }

    public Instant? ActByAt { get; init; }

    public Instant? EffectiveAt { get; init; }

    public required int Items { get; init; }

    public string Word => char.ToUpperInvariant(Kind[0]) + Kind[1..].Replace('-', ' ');

    public Instant ChangedAt => SentAt ?? ReviewedAt ?? CreatedAt;
}

/// <summary>A suspension of a case.</summary>
public sealed record CaseSuspension
{
    public required string Ref { get; init; }

    public required string Status { get; init; }

    public required string NoticeRef { get; init; }

    /// <summary>"cure" or "immediate".</summary>
    public required string ContractPath { get; init; }

    /// <summary>What it covers, in words.</summary>
    public required string Scope { get; init; }

    /// <summary>"your time" of the notice; TZDB name.</summary>
    public required string CustomerZone { get; init; }

    public required Instant EffectiveAt { get; init; }

    public required Instant PreserveUntilAt { get; init; }

    public Instant? TookEffectAt { get; init; }

    public Instant? LiftedAt { get; init; }

    /// <summary>Login.</summary>
    public string? LiftedBy { get; init; }

    /// <summary>Of its notice: what ends with it.</summary>
    public required int OpenDeadlines { get; init; }
}

/// <summary>What stands around a case: its deadlines, notices and suspension.</summary>
public sealed record CaseSurroundings(
    IReadOnlyList<CaseDeadline> Deadlines, IReadOnlyList<CaseNotice> Notices, CaseSuspension? Suspension, int EvidenceCount, long JournalEntries)
{
    /// <summary>The end of the contract, announced or come; null where there was none.</summary>
    public CaseTermination? Termination { get; init; }

    /// <summary>The suspension notice that is not withdrawn; null where there is none.</summary>
    public CaseNotice? SuspensionNotice => Notices.FirstOrDefault(notice => notice is { Kind: "suspension", Status: not "withdrawn" });

    /// <summary>Whether a reinstatement after the suspension is in hand or sent.</summary>
    public bool IsReinstated => Suspension is { LiftedAt: { } lifted }
        && Notices.Any(notice => notice is { Kind: "reinstatement", Status: not "withdrawn" } && notice.CreatedAt >= lifted);

    /// <summary>The notice that somebody still has to do something with.</summary>
    public CaseNotice? Unsent => Notices.FirstOrDefault(notice => notice.Status is not "sent" and not "withdrawn");
}

/// <summary>Reads them, newest notice first, nearest deadline first.</summary>
public sealed class ReadSurroundings(DeskDatabase database)
{
    public Task<CaseSurroundings> RunAsync(long caseId, string caseRef) => database.ReadAsync(async connection =>
    {
        var parameters = new { caseId, caseRef };
        var deadlines = await connection.QueryAsync<CaseDeadline>(
            "select ref, to_do, whose, explanation, due_at, (status = 'paused') as paused from deadlines where case_id = @caseId and status in ('open', 'paused') order by status, due_at, id limit 20", parameters);
        var notices = await connection.QueryAsync<CaseNotice>(
            """
            select n.ref, n.kind, n.status, n.current_version, n.author, a.name as author_name, n.reviewer, r.name as reviewer_name,
              n.created_at, n.sent_at, n.delivered_at, n.act_by_at, n.effective_at,
              (select max(acted_at) from reviews where notice_id = n.id) as reviewed_at,
              (select count(*) from notice_items where notice_id = n.id) as items
            from notices n
            left join staff a on a.login = n.author
            left join staff r on r.login = n.reviewer
            where n.case_id = @caseId order by n.created_at desc, n.id desc limit 60
            """,
            parameters);
        var suspension = await connection.QueryFirstOrDefaultAsync<CaseSuspension>(
            """
            select s.ref, s.status, n.ref as notice_ref, s.contract_path, s.scope, n.customer_zone, s.effective_at, s.preserve_until_at,
              s.took_effect_at, s.lifted_at, s.lifted_by,
              (select count(*) from deadlines where notice_id = s.notice_id and status = 'open') as open_deadlines
            from suspensions s join notices n on n.id = s.notice_id
            where s.case_id = @caseId order by s.id desc limit 1
            """,
            parameters);
        var evidence = await connection.ExecuteScalarAsync<int>(
            "select count(*) from screenshots s join items i on i.id = s.item_id where i.case_id = @caseId", parameters);
        var entries = await connection.ExecuteScalarAsync<long?>("select last_number from journal_chains where chain = @caseRef", parameters);
        return new CaseSurroundings(deadlines.AsList(), notices.AsList(), suspension, evidence, entries ?? 0)
        {
            Termination = await CaseTermination.FindAsync(connection, caseId),
        };
    });
}
