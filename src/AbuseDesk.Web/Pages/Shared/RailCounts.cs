using AbuseDesk.Cases;
using AbuseDesk.Database;
using Dapper;

namespace AbuseDesk.Web.Pages.Shared;

/// <summary>The figures beside the entries of the rail.</summary>
public sealed class RailCounts(DeskDatabase database, CaseQueue queue)
{
    public async Task<(CaseQueueCounts Cases, OtherCounts Others)> GetAsync(string login)
    {
        var others = await database.ReadAsync(connection => connection.QuerySingleAsync<OtherCounts>(
            """
            select (select count(*) from notices where status = 'in-review') as in_review,
              (select count(*) from deadlines where status = 'open' and due_at <= @now) as overdue,
              (select count(*) from incoming_mail where status = 'intake') as intake
            """,
            new { now = database.Now }));
        return (await queue.CountAsync(login), others);
    }

    public sealed record OtherCounts
    {
        public required int InReview { get; init; }

        public required int Overdue { get; init; }

        public required int Intake { get; init; }
    }
}
