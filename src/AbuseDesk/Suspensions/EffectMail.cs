using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Mail;

namespace AbuseDesk.Suspensions;

/// <summary>Tells the desk that a suspension has taken effect, or that a contract has ended: the case's assignee, the leads and legal.</summary>
public sealed class EffectMail(Outbox outbox, DeskZone zone)
{
    internal Task QueueAsync(DeskTransaction tx, DueSuspension due) => QueueAsync(tx, due.Assignee, to => new OutgoingMail
    {
        Kind = "suspension-effect",
        Ref = due.Ref,
        Identity = "took effect",
        To = to,
        Subject = $"Suspension {due.Ref} of {due.Account} is in effect ({due.CaseRef})",
        Text = $"""
            The suspension of {due.Account}, {due.CustomerName}, is in effect.

            Covers: {due.Scope}
            Effective: {SaidTime.Of(due.EffectiveAt, Zones.Get(due.EffectiveZone))}
            Data preserved until: {SaidTime.Of(due.PreserveUntilAt, zone.Zone)}
            Notice: {due.NoticeRef}
            Case: {due.CaseRef}

            """,
        CaseId = due.CaseId,
        CaseRef = due.CaseRef,
        Automatic = true,
    });

    internal Task QueueAsync(DeskTransaction tx, DueTermination due) => QueueAsync(tx, due.Assignee, to => new OutgoingMail
    {
        Kind = "termination-effect",
        Ref = due.NoticeRef,
        Identity = "the contract ended",
        To = to,
        Subject = $"The contract of {due.Account} has ended ({due.CaseRef})",
        Text = $"""
            The contract with {due.Account}, {due.CustomerName}, has ended.

            Ended: {SaidTime.Of(due.EffectiveAt, Zones.Get(due.EffectiveZone))}
            Data preserved until: {SaidTime.Of(due.PreserveUntilAt, zone.Zone)}
            Notice: {due.NoticeRef}
            Case: {due.CaseRef}

            """,
        CaseId = due.CaseId,
        CaseRef = due.CaseRef,
        Automatic = true,
    });

    private async Task QueueAsync(DeskTransaction tx, string? assignee, Func<IReadOnlyList<MailParty>, OutgoingMail> mail)
    {
        var people = await tx.QueryAsync<(string Name, string Email)>(
            """
            select name, email from staff
            where disabled = false and (login = @assignee or ' ' || roles || ' ' like '% lead %' or ' ' || roles || ' ' like '% legal %')
            order by login
            """,
            new { assignee });
        var to = people.Select(person => new MailParty(person.Name, person.Email)).DistinctBy(party => party.Address).ToList();
        if (to.Count > 0) await outbox.AddAsync(tx, mail(to));
    }
}
