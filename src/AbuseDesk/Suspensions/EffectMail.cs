using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Mail;

namespace AbuseDesk.Suspensions;

/// <summary>Tells the desk that a suspension has taken effect: the case's assignee, the leads and legal.</summary>
public sealed class EffectMail(Outbox outbox, DeskZone zone)
{
    internal async Task QueueAsync(DeskTransaction tx, DueSuspension due)
    {
        var people = await tx.QueryAsync<(string Name, string Email)>(
            """
            select name, email from staff
            where disabled = false and (login = @Assignee or ' ' || roles || ' ' like '% lead %' or ' ' || roles || ' ' like '% legal %')
            order by login
            """,
            new { due.Assignee });
        var to = people.Select(person => new MailParty(person.Name, person.Email)).DistinctBy(party => party.Address).ToList();
        if (to.Count == 0) return;
        await outbox.AddAsync(tx, new OutgoingMail
        {
            Kind = "suspension-effect",
            Ref = due.Ref,
            Identity = "took effect",
            To = to,
            Subject = $"Suspension {due.Ref} of {due.Account} is in effect ({due.CaseRef})",
            Text = Text(due),
            CaseId = due.CaseId,
            CaseRef = due.CaseRef,
            Automatic = true,
        });
    }

    private string Text(DueSuspension due) =>
        $"""
        The suspension of {due.Account}, {due.CustomerName}, is in effect.

        Covers: {due.Scope}
        Effective: {SaidTime.Of(due.EffectiveAt, Zones.Get(due.EffectiveZone))}
        Data preserved until: {SaidTime.Of(due.PreserveUntilAt, zone.Zone)}
        Notice: {due.NoticeRef}
        Case: {due.CaseRef}

        """;
}
