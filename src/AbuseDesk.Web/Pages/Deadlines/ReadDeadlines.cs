using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using Dapper;
using NodaTime;

namespace AbuseDesk.Web.Pages.Deadlines;

/// <summary>How many deadlines are open, by whose they are and by when they fall due.</summary>
public sealed record DeadlineCounts
{
    public required int All { get; init; }

    public required int Mine { get; init; }

    public required int Legal { get; init; }

    public required int Customer { get; init; }

    public required int Overdue { get; init; }

    public required int WithinDay { get; init; }

    public required int WithinWeek { get; init; }

    public required int Later { get; init; }
}

/// <summary>A deadline in the month.</summary>
public sealed record MonthDeadline
{
    public required string Ref { get; init; }

    public required string CaseRef { get; init; }

    public required string CustomerName { get; init; }

    public string? CustomerZone { get; init; }

    public required string ToDo { get; init; }

    public required string Rule { get; init; }

    public required string Status { get; init; }

    public required Instant DueAt { get; init; }
}

/// <summary>Reads the figures and the month of the page.</summary>
public sealed class ReadDeadlines(DeskDatabase database)
{
    private const int Most = 2000;

    /// <param name="filter">What the groups count; the tabs count everything that is open.</param>
    /// <param name="login">Whose cases are "mine".</param>
    public Task<DeadlineCounts> CountAsync(DeadlineFilter filter, string login) => database.ReadAsync(connection => connection.QuerySingleAsync<DeadlineCounts>(
        $"""
        with open as (
          select d.due_at, d.whose, k.assignee, case when {Conditions(filter)} then 1 else 0 end as shown
          from deadlines d join cases k on k.id = d.case_id where d.status = 'open' {(filter.CaseRef is null ? "" : "and k.ref = @CaseRef")})
        select count(*) as "all",
          count(*) filter (where assignee = @login) as mine,
          count(*) filter (where whose = 'legal') as legal,
          count(*) filter (where whose = 'customer') as customer,
          count(*) filter (where shown = 1 and due_at <= @now) as overdue,
          count(*) filter (where shown = 1 and due_at > @now and due_at <= @day) as within_day,
          count(*) filter (where shown = 1 and due_at > @day and due_at <= @week) as within_week,
          count(*) filter (where shown = 1 and due_at > @week) as later
        from open
        """,
        Parameters(filter, login)));

    /// <summary>What is due between two instants, ended or open; the earliest first.</summary>
    public Task<IReadOnlyList<MonthDeadline>> BetweenAsync(DeadlineFilter filter, string login, Instant from, Instant to) =>
        database.ReadAsync<IReadOnlyList<MonthDeadline>>(async connection => (await connection.QueryAsync<MonthDeadline>(
            $"""
            select d.ref, k.ref as case_ref, c.name as customer_name, d.to_do, d.rule, d.status, d.due_at,
              (select t.zone from contacts t where t.customer_id = c.id order by t.id limit 1) as customer_zone
            from deadlines d join cases k on k.id = d.case_id join customers c on c.id = k.customer_id
            where d.status in ('open', 'met', 'missed') and d.due_at >= @from and d.due_at < @to
              and {Conditions(filter)} {(filter.CaseRef is null ? "" : "and k.ref = @CaseRef")}
            order by d.due_at, d.id limit {Most}
            """,
            Parameters(filter, login, from, to))).AsList());

    private static string Conditions(DeadlineFilter filter) => filter switch
    {
        { Assignee: not null } => "k.assignee = @login",
        { Whose: not null } => "d.whose = @whose",
        _ => "1 = 1",
    };

    private object Parameters(DeadlineFilter filter, string login, Instant from = default, Instant to = default) => new
    {
        login,
        whose = filter.Whose is { } whose ? Words.Of(whose) : null,
        CaseRef = filter.CaseRef?.Trim().ToUpperInvariant(),
        now = database.Now,
        day = database.Now + Duration.FromHours(24),
        week = database.Now + Duration.FromDays(7),
        from,
        to,
    };
}
