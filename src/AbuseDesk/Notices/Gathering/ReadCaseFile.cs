using AbuseDesk.Cases;
using AbuseDesk.Database;

namespace AbuseDesk.Notices.Gathering;

/// <summary>Reads a case file inside one transaction, so that its figures agree with each other.</summary>
public static class ReadCaseFile
{
    /// <exception cref="DeskException">No terms have been published.</exception>
    public static async Task<CaseFile> RunAsync(DeskTransaction tx, long caseId)
    {
        var head = await tx.GetAsync<CaseRow>(
            """
            select c.id, c.ref, c.customer_id, u.account, u.name as customer_name
            from cases c join customers u on u.id = c.customer_id
            where c.id = @caseId
            """,
            new { caseId });
        var plan = await LatestPlanAsync(tx, caseId);
        var assessment = plan is null ? null : await LatestAssessmentAsync(tx, plan.Id);
        return new CaseFile
        {
            Case = head,
            Items = await ItemsAsync(tx, caseId),
            Screenshots = (await ScreenshotsAsync(tx, caseId)).ToLookup(row => row.ItemId),
            Forwardings = await ForwardingsAsync(tx, caseId),
            Sent = await SentAsync(tx, caseId),
            Checks = await ChecksAsync(tx, caseId),
            Plan = plan,
            Assessment = assessment,
            Criteria = assessment is null ? [] : await CriteriaAsync(tx, assessment.Id),
            Terms = await TermsAsync(tx),
            Clauses = (await tx.QueryAsync<ClauseRow>("select id, terms_version_id, number, heading, topic, body from clauses"))
                .ToDictionary(row => row.Id),
            Resources = await ResourcesAsync(tx, head.CustomerId),
            Staff = (await tx.QueryAsync<StaffName>("select login, name, title from staff")).ToDictionary(row => row.Login),
        };
    }

    private static async Task<IReadOnlyList<ItemRow>> ItemsAsync(DeskTransaction tx, long caseId) =>
    [
        .. await tx.QueryAsync<ItemRow>(
            """
            with gravest as (
              select item_id, clause_id, severity, row_number() over (
                partition by item_id
                order by case severity when 'critical' then 4 when 'high' then 3 when 'medium' then 2 else 1 end desc, id
              ) as place
              from violations
              where case_id = @caseId and reversed_at is null
            )
            select i.id, i.number, i.url, i.display, i.host, i.first_seen_at, i.state, i.removed_at,
                   g.clause_id, g.severity,
                   coalesce((select x.excerpt from redactions x where x.id = (
                     select max(l.id) from redactions l where l.item_id = i.id and l.undone_at is null and l.excerpt is not null)), i.excerpt) as excerpt,
                   exists (select 1 from report_items ri join reports r on r.id = ri.report_id
                           where ri.item_id = i.id and r.source <> 'own') as reported,
                   (select min(f.batch) from forwarding_items fi join forwardings f on f.id = fi.forwarding_id
                    where fi.item_id = i.id and f.case_id = i.case_id) as batch
            from items i join gravest g on g.item_id = i.id and g.place = 1
            where i.case_id = @caseId
            order by i.number
            """,
            new { caseId }),
    ];

    private static Task<IEnumerable<ScreenshotRow>> ScreenshotsAsync(DeskTransaction tx, long caseId) =>
        tx.QueryAsync<ScreenshotRow>(
            """
            select s.item_id, e.sha256, e.media_type, e.width, e.height, c.captured_at, c.captured_by, c.method,
              x.boxes as redacted_boxes, case when x.id is null then null else c.sha256 end as original_sha256
            from items i
            join screenshots s on s.item_id = i.id
            join captures c on c.id = s.capture_id
            left join redactions x on x.id = (
              select max(l.id) from redactions l where l.item_id = s.item_id and l.original_sha256 = c.sha256 and l.undone_at is null)
            left join captures d on d.id = x.capture_id
            join evidence e on e.sha256 = coalesce(d.sha256, c.sha256)
            where i.case_id = @caseId and s.check_id is null and e.width is not null
              and not exists (
                select 1 from violations v join clauses l on l.id = v.clause_id where v.item_id = i.id and l.topic = @NeverShown)
            order by s.item_id, s.ordinal, c.id
            """,
            new { caseId, ConductTopics.NeverShown });

    private static async Task<IReadOnlyList<ForwardingRow>> ForwardingsAsync(DeskTransaction tx, long caseId) =>
    [
        .. await tx.QueryAsync<ForwardingRow>(
            """
            select f.batch, f.sent_at, f.act_by_at, n.recipients, v.pdf_sha256
            from forwardings f
            join notices n on n.id = f.notice_id
            join notice_versions v on v.notice_id = n.id and v.number = n.current_version
            where f.case_id = @caseId
            order by f.batch
            """,
            new { caseId }),
    ];

    private static async Task<IReadOnlyList<SentRow>> SentAsync(DeskTransaction tx, long caseId) =>
    [
        .. await tx.QueryAsync<SentRow>(
            """
            select n.kind, n.sent_at, n.recipients, n.copies, n.criteria, n.act_by_at, v.pdf_sha256
            from notices n
            join notice_versions v on v.notice_id = n.id and v.number = n.current_version
            where n.case_id = @caseId and n.status = 'sent' and n.kind in ('warning', 'plan-request', 'suspension')
            order by n.sent_at, n.id
            """,
            new { caseId }),
    ];

    private static async Task<IReadOnlyList<CheckRow>> ChecksAsync(DeskTransaction tx, long caseId) =>
    [
        .. await tx.QueryAsync<CheckRow>(
            """
            select c.item_id, i.number, c.outcome, c.checked_at
            from checks c join items i on i.id = c.item_id
            where c.case_id = @caseId
            order by c.checked_at, i.number, c.id
            """,
            new { caseId }),
    ];

    private static Task<PlanRow?> LatestPlanAsync(DeskTransaction tx, long caseId) =>
        tx.FindAsync<PlanRow>(
            """
            select p.id, p.received_at, c.sha256
            from plans p join captures c on c.id = p.capture_id
            where p.case_id = @caseId
            order by p.received_at desc, p.id desc
            limit 1
            """,
            new { caseId });

    private static Task<AssessmentRow?> LatestAssessmentAsync(DeskTransaction tx, long planId) =>
        tx.FindAsync<AssessmentRow>(
            """
            select id, verdict, reason, assessed_at, document_sha256
            from assessments where plan_id = @planId
            order by assessed_at desc, id desc
            limit 1
            """,
            new { planId });

    private static async Task<IReadOnlyList<CriterionRow>> CriteriaAsync(DeskTransaction tx, long assessmentId) =>
    [
        .. await tx.QueryAsync<CriterionRow>(
            "select criterion, verdict, reason from assessment_criteria where assessment_id = @assessmentId order by ordinal",
            new { assessmentId }),
    ];

    private static async Task<IReadOnlyList<TermsRow>> TermsAsync(DeskTransaction tx)
    {
        var rows = await tx.QueryAsync<TermsRow>(
            "select id, version, effective_at, effective_zone, document_sha256, contract_paths from terms_versions order by effective_at");
        return rows.ToList() is { Count: > 0 } versions
            ? versions
            : throw new DeskException("No terms of service are published, so no notice can cite them; publish them first.");
    }

    private static async Task<IReadOnlyList<string>> ResourcesAsync(DeskTransaction tx, long customerId) =>
    [
        .. await tx.QueryAsync<string>(
            """
            select value from resources
            where customer_id = @customerId and held_from <= @now and (held_to is null or held_to > @now)
            order by case kind when 'domain' then 1 when 'host' then 2 when 'url' then 3 when 'bucket' then 4 else 5 end, id
            """,
            new { customerId, now = tx.Now }),
    ];
}
