using AbuseDesk.Database;
using AbuseDesk.Staff;
using NodaTime;

namespace AbuseDesk.Benchmarks;

/// <summary>Fills a desk by SQL: what years of work would leave behind.</summary>
internal static class Seed
{
    public static Task CasesAsync(BenchDesk desk, int cases, int items) => desk.Database.WriteAsync(async tx =>
    {
        var seen = Instant.FromUtc(2020, 12, 5, 10, 0);
        await tx.ExecuteAsync(
            """
            with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < @cases)
            insert into cases (ref, customer_id, title, status, turn, to_do, severity, severity_rank, assignee, opened_at, next_due_at, items_count, still_up_count, removed_count)
            select 'C-2020-' || substr('0000' || n, length('0000' || n) - 3), (select min(id) from customers) + (n % 12), 'Calls for violence', 'open',
              case n % 3 when 0 then 'ours' when 1 then 'legal' else 'customer' end, 'forward the items', 'high', 2,
              case n % 4 when 0 then null else 'ines' end, @seen, @seen, @items, @items, 0
            from numbers
            """,
            new { cases, items, seen });
        await tx.ExecuteAsync(
            """
            with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < @items)
            insert into items (case_id, customer_id, number, location_key, url, display, host, excerpt, first_seen_at, state, state_at, filed_at)
            select c.id, c.customer_id, n, 'perch.example/p/' || c.id || '-' || n, 'https://perch.example/p/' || c.id || '-' || n,
              'perch.example/p/' || c.id || '-' || n, 'perch.example', 'Words, and more words, as a post would have them.', @seen, 'still-up', @seen, @seen
            from cases c cross join numbers
            """,
            new { items, seen });
        await tx.ExecuteAsync(
            """
            insert into violations (item_id, case_id, customer_id, clause_id, severity, seen_at, decided_at, decided_by)
            select i.id, i.case_id, i.customer_id, (select c.id from clauses c join terms_versions v on v.id = c.terms_version_id where c.number = '7.4' and v.version = '2020-12-01'),
              'high', @seen, @seen, 'ines'
            from items i
            """,
            new { seen });
        await tx.ExecuteAsync(
            "insert into checks (item_id, case_id, outcome, checked_at, checked_by) select id, case_id, 'still-up', @seen, 'ines' from items", new { seen });
    });

    public static Task StaffAsync(BenchDesk desk, Actor person, string password) =>
        desk.Get<AddStaff>().RunAsync(Samples.Admin, new NewStaffMember
        {
            Login = person.Login,
            Name = person.Name,
            Title = "Abuse Desk",
            Email = $"{person.Login}@cloud.example",
            Zone = "America/Los_Angeles",
            Roles = [.. person.Roles],
            Password = password,
        });

    /// <summary>Customers, 100 cases, open deadlines, and people to remind.</summary>
    public static async Task RemindableAsync(BenchDesk desk, int deadlines)
    {
        await Samples.CustomersAndTermsAsync(desk);
        await StaffAsync(desk, Samples.Agent, "a password for the benchmark");
        // work that nobody holds is the leads', and without leads the administrators'
        await StaffAsync(desk, Samples.Admin, "a password for the benchmark");
        await CasesAsync(desk, 100, 1);
        await DeadlinesAsync(desk, deadlines);
    }

    /// <summary>Open deadlines with one reminder each, all a month and more ahead.</summary>
    public static Task DeadlinesAsync(BenchDesk desk, int count) => desk.Database.WriteAsync(async tx =>
    {
        var due = tx.Now + Duration.FromDays(60);
        await tx.ExecuteAsync(
            """
            with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < @count)
            insert into deadlines (ref, case_id, rule, whose, to_do, explanation, due_at, due_local, due_zone, status, started_at)
            select 'D-2020-' || n, (select min(id) from cases) + (n % 100), 'act_by', 'ours', 'remove the items', 'seeded', @due, '2021-01-01T00:00:00', 'UTC', 'open', @now
            from numbers
            """,
            new { count, due, now = tx.Now });
        await tx.ExecuteAsync(
            """
            insert into reminders (deadline_id, remind_at, kind, audience, status)
            select id, @at, 'before', 'assignee', 'planned' from deadlines
            """,
            new { at = due - Duration.FromDays(1) });
    });

    /// <summary>Makes the next planned reminders due one minute ago.</summary>
    public static Task MakeDueAsync(BenchDesk desk, int count) => desk.Database.WriteAsync(tx => tx.ExecuteAsync(
        """
        update reminders set remind_at = @past
        where id in (select id from reminders where status = 'planned' order by id desc limit @count)
        """,
        new { past = tx.Now - Duration.FromMinutes(1), count }));
}
