using AbuseDesk.Database;
using AbuseDesk.Deadlines.Computing;

namespace AbuseDesk.Deadlines;

/// <summary>How a rule counts on a case: on whose clock, by which calendar.</summary>
public sealed class CountingOf(Calendars calendars, DeskZone zone)
{
    // as the reminders do: who answers for abuse, else for law, else anybody
    private const string CustomersZone =
        """
        select t.zone from contacts t join cases k on k.customer_id = t.customer_id where k.id = @caseId
        order by case t.role when 'abuse' then 0 when 'legal' then 1 else 2 end, t.id limit 1
        """;

    /// <returns>Null where the rule counts nothing.</returns>
    /// <exception cref="DeskException">Its calendar is missing or wrong.</exception>
    public async Task<Counting?> FindAsync(DeskTransaction tx, DeadlineRule rule, long caseId)
    {
        if (rule.Within is not { } within) return null;
        var clock = rule.Counting.Zone switch
        {
            RuleCounting.ProvidersZone => zone.Id,
            RuleCounting.CustomersZone => await tx.FindAsync<string>(CustomersZone, new { caseId }) ?? zone.Id,
            var named => named,
        };
        return With(rule, within, clock);
    }

    /// <summary>The same on the clock of a zone that is known already.</summary>
    public Counting With(DeadlineRule rule, Term within, string clock) => new()
    {
        Within = within,
        NotBefore = rule.Counting.NotBefore,
        Calendar = rule.Counting.Calendar is { } name ? calendars.Get(name) : null,
        Zone = Zones.Get(clock),
        Ends = rule.Counting.Ends,
        IfClosed = rule.Counting.IfClosed,
        Resume = rule.Changes.Resume,
    };
}
