using System.Security.Cryptography;
using AbuseDesk.Database;
using Dapper;

namespace AbuseDesk.Notices.Verify;

/// <summary>Says whether a notice is genuine, by the code that it prints or by the bytes of its PDF. Reads only the database.</summary>
public sealed class VerifyNotice(DeskDatabase database)
{
    // the same file could be two versions only by chance; then the one that was sent counts
    private const string ByHash =
        """
        select n.ref, n.kind, n.status, n.current_version, v.number as version,
               r.acted_by as approved_by, coalesce(lawyer.name, r.acted_by) as approved_by_name, r.acted_at as approved_at,
               n.sent_by, coalesce(sender.name, n.sent_by) as sent_by_name, n.sent_at,
               s.seal_sha256, s.certificate as sealed_with, s.stamped_at
        from notice_versions v
        join notices n on n.id = v.notice_id
        left join reviews r on r.id = (
          select max(id) from reviews where notice_id = v.notice_id and notice_version = v.number and pdf_sha256 = v.pdf_sha256 and act = 'approved')
        left join notice_seals s on s.notice_id = n.id and s.pdf_sha256 = v.pdf_sha256
        left join staff lawyer on lawyer.login = r.acted_by
        left join staff sender on sender.login = n.sent_by
        where v.pdf_sha256 = @sha256
        order by (n.status = 'sent' and v.number = n.current_version) desc, n.id desc, v.number desc
        limit 1
        """;

    /// <summary>What is on record about exactly these bytes.</summary>
    public async Task<NoticeProof> ByBytesAsync(Stream pdf, CancellationToken cancel = default)
    {
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(pdf, cancel));
        var found = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<Row>(ByHash, new { sha256 }), cancel);
        if (found is null) return new NoticeProof { Verdict = NoticeVerdict.NotKnown, Sha256 = sha256 };
        var proof = found.ToProof(sha256);
        return proof.ApprovedAt is null ? proof : proof with { Approvals = await ApprovalsAsync(found.Ref, sha256, cancel) };
    }

    /// <summary>All who approved exactly these bytes, and whose approval nothing has ended.</summary>
    private Task<IReadOnlyList<ProvenApproval>> ApprovalsAsync(string reference, string sha256, CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyList<ProvenApproval>>(async connection => (await connection.QueryAsync<ProvenApproval>(
            """
            select r.acted_by as login, coalesce(s.name, r.acted_by) as name, r.acted_at as at
            from notices n join reviews r on r.notice_id = n.id and r.act = 'approved' and r.pdf_sha256 = @sha256
            left join staff s on s.login = r.acted_by
            where n.ref = @reference and r.id > (select coalesce(max(o.id), 0) from reviews o where o.notice_id = n.id and o.act <> 'approved')
            order by r.id
            """,
            new { reference, sha256 })).AsList(), cancel);

    /// <summary>The notice that was sent with this code. Null where none was: a draft's code answers as one that never was.</summary>
    /// <exception cref="DeskException">No code can read like this.</exception>
    public async Task<SentNotice?> ByCodeAsync(string typed, CancellationToken cancel = default)
    {
        var code = TypedCode.Read(typed);
        return await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<SentNotice>(
            """
            select n.ref, n.kind, n.sent_at, v.pdf_sha256, s.certificate as sealed_with, s.stamped_at
            from notices n
            join notice_versions v on v.notice_id = n.id and v.number = n.current_version
            left join notice_seals s on s.notice_id = n.id
            where n.verification_code = @code and n.status = 'sent'
            """,
            new { code }), cancel);
    }

    private sealed record Row
    {
        public required string Ref { get; init; }

        public required string Kind { get; init; }

        public required string Status { get; init; }

        public required int CurrentVersion { get; init; }

        public required int Version { get; init; }

        public required string? ApprovedBy { get; init; }

        public required string? ApprovedByName { get; init; }

        public required NodaTime.Instant? ApprovedAt { get; init; }

        public required string? SentBy { get; init; }

        public required string? SentByName { get; init; }

        public required NodaTime.Instant? SentAt { get; init; }

        public required string? SealSha256 { get; init; }

        public required string? SealedWith { get; init; }

        public required NodaTime.Instant? StampedAt { get; init; }

        public NoticeProof ToProof(string sha256)
        {
            var verdict = Version != CurrentVersion ? NoticeVerdict.OlderVersion : Words.Parse<NoticeStatus>(Status) switch
            {
                NoticeStatus.Sent => NoticeVerdict.Sent,
                NoticeStatus.Approved => NoticeVerdict.Approved,
                NoticeStatus.Withdrawn => NoticeVerdict.Withdrawn,
                _ => NoticeVerdict.Draft,
            };
            var proof = new NoticeProof { Verdict = verdict, Sha256 = sha256, Ref = Ref, Kind = Kind, Version = Version, CurrentVersion = CurrentVersion };
            if (verdict is NoticeVerdict.Sent or NoticeVerdict.Approved)
                proof = proof with { ApprovedBy = ApprovedBy, ApprovedByName = ApprovedByName, ApprovedAt = ApprovedAt };
            return verdict == NoticeVerdict.Sent
                ? proof with { SentBy = SentBy, SentByName = SentByName, SentAt = SentAt, SealSha256 = SealSha256, SealedWith = SealedWith, StampedAt = StampedAt }
                : proof;
        }
    }
}
