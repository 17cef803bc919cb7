using System.Data.Common;
using AbuseDesk.Database;
using Dapper;

namespace AbuseDesk.Reports.Mailbox;

/// <summary>Reads the mail that came in.</summary>
public sealed class IncomingMails(DeskDatabase database)
{
    private const string Select =
        """
        select m.id, m.ref, m.sha256, m.message_id, m.kind, m.from_name, m.from_address, m.subject, m.excerpt, m.problem, m.sent_at, m.received_at, m.read_at,
          m.status, m.matched_by, k.ref as case_ref, n.ref as notice_ref,
          (exists (select 1 from contacts c where c.customer_id = k.customer_id and lower(c.email) = lower(m.from_address))
            or exists (select 1 from mail_events e where e.outbox_id = m.outbox_id and e.recipient = lower(m.from_address))) as sender_known
        from incoming_mail m
        left join cases k on k.id = m.case_id
        left join outbox o on o.id = m.outbox_id
        left join notices n on n.id = o.notice_id
        """;

    /// <summary>The mail of a case, reports about mail left out, the newest first.</summary>
    public Task<IReadOnlyList<IncomingMailRow>> OfCaseAsync(long caseId, int limit = 50) =>
        ListAsync("where m.case_id = @caseId and m.status = 'on-case' order by m.received_at desc, m.id desc limit @limit", new { caseId, limit });

    /// <summary>What waits for somebody, the oldest first.</summary>
    public Task<IReadOnlyList<IncomingMailRow>> IntakeAsync(int limit = 100) =>
        ListAsync("where m.status = 'intake' order by m.id limit @limit", new { limit });

    /// <exception cref="DeskException">There is no such mail.</exception>
    public async Task<IncomingMailRow> GetAsync(string reference) =>
        await ListAsync("where m.ref = @wanted", new { wanted = Wanted(reference) }) is [var mail] ? mail : throw Unknown(reference);

    internal static async Task<IncomingMailRow> GetAsync(DeskTransaction tx, string reference) =>
        await tx.FindAsync<IncomingMailRow>($"{Select} where m.ref = @wanted", new { wanted = Wanted(reference) }) ?? throw Unknown(reference);

    private Task<IReadOnlyList<IncomingMailRow>> ListAsync(string where, object parameters) => database.ReadAsync<IReadOnlyList<IncomingMailRow>>(async connection =>
    {
        var mails = (await connection.QueryAsync<IncomingMailRow>($"{Select} {where}", parameters)).AsList();
        if (mails.Count == 0) return mails;
        var files = await FilesAsync(connection, [.. mails.Select(mail => mail.Id)]);
        return [.. mails.Select(mail => mail with { Files = [.. files[mail.Id]] })];
    });

    private async Task<ILookup<long, IncomingFileRow>> FilesAsync(DbConnection connection, long[] ids) => (await connection.QueryAsync<IncomingFileRow>(
        $"""
        select f.incoming_id, c.sha256, coalesce(c.file_name, 'file') as file_name, e.media_type, e.size
        from incoming_files f join captures c on c.id = f.capture_id join evidence e on e.sha256 = c.sha256
        where f.incoming_id {database.Dialect.InList("@ids")} order by f.incoming_id, f.ordinal
        """,
        new { ids })).ToLookup(file => file.IncomingId);

    private static string Wanted(string reference) => reference.Trim().ToUpperInvariant();

    private static DeskException Unknown(string reference) => new($"There is no mail “{Shown.Briefly(reference)}”; a reference looks like M-2021-00007.");
}
