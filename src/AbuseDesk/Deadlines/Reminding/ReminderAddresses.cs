using AbuseDesk.Database;
using AbuseDesk.Mail;
using AbuseDesk.Staff.Absences;

namespace AbuseDesk.Deadlines.Reminding;

/// <summary>Whom the reminders of one page go to; read once for all of them.</summary>
internal sealed class ReminderAddresses
{
    private readonly List<StaffRow> staff;
    private readonly ILookup<long, ContactRow> contacts;
    private readonly ILookup<string, Absence> away;

    private ReminderAddresses(List<StaffRow> staff, ILookup<long, ContactRow> contacts, IReadOnlyList<Absence> away) =>
        (this.staff, this.contacts, this.away) = (staff, contacts, away.ToLookup(absence => absence.Login));

    public static Task<ReminderAddresses> ReadAsync(DeskTransaction tx, IEnumerable<DueReminder> reminders) =>
        ReadAsync(tx, reminders.Select(reminder => reminder.CustomerId).Distinct().ToArray());

    public static async Task<ReminderAddresses> ReadAsync(DeskTransaction tx, long[] customers)
    {
        var staff = await tx.QueryAsync<StaffRow>(
            "select login, name, email, roles from staff where disabled = false order by login");
        var contacts = new List<ContactRow>();
        foreach (var some in customers.Chunk(ClaimReminders.AtOnce))
        {
            contacts.AddRange(await tx.QueryAsync<ContactRow>(
                $"select customer_id, role, name, email, zone from contacts where customer_id {tx.Dialect.InList("@some")} order by id",
                new { some }));
        }

        return new ReminderAddresses([.. staff], contacts.ToLookup(contact => contact.CustomerId), await AbsenceRecords.AtAsync(tx.Connection, tx.Now));
    }

    /// <summary>Whom it goes to; empty where there is nobody left to tell.</summary>
    public IReadOnlyList<MailParty> Of(DueReminder reminder) => Of(reminder.To, reminder.CustomerId, reminder.Assignee);

    /// <inheritdoc cref="Of(DueReminder)"/>
    public IReadOnlyList<MailParty> Of(Audience audience, long customer, string? assignee) => audience switch
    {
        Audience.Customer => Parties(Answering(customer).Select(contact => (contact.Name, contact.Email))),
        _ => Parties(Staff(audience, assignee).SelectMany(WithSubstitute).Select(person => (person.Name, person.Email))),
    };

    /// <summary>
    /// "Away: Ruth Ostrander until 11 December 2020; Rhea Lund stands in", a line for each of those it goes to who are away; empty where all are there.
    /// </summary>
    public string Away(DueReminder reminder) => string.Concat(Staff(reminder.To, reminder.Assignee).SelectMany(person => away[person.Login].TakeLast(1))
        .Select(absence => $"Away: {absence.Name} until {absence.Until}; {absence.SubstituteName} stands in\n"));

    /// <summary>The zone in which the customer reads a clock; null where no contact names one.</summary>
    public string? ZoneOf(DueReminder reminder) => ZoneOf(reminder.CustomerId);

    /// <inheritdoc cref="ZoneOf(DueReminder)"/>
    public string? ZoneOf(long customer) => Answering(customer).FirstOrDefault()?.Zone;

    // a customer without these two has at least an owner
    private IEnumerable<ContactRow> Answering(long customer)
    {
        var asked = contacts[customer].Where(contact => contact.Role is "abuse" or "legal").OrderBy(contact => contact.Role, StringComparer.Ordinal);
        return asked.Any() ? asked : contacts[customer];
    }

    private List<StaffRow> Staff(Audience audience, string? assignee) => audience switch
    {
        Audience.Customer => [],
        Audience.Legal => Having(Role.Legal),
        Audience.Lead => Having(Role.Lead),
        _ => Assignee(assignee),
    };

    // who is away hears of it as well: they may look at their mail
    private IEnumerable<StaffRow> WithSubstitute(StaffRow person)
    {
        yield return person;
        foreach (var absence in away[person.Login].TakeLast(1))
            foreach (var other in staff.Where(one => one.Login == absence.Substitute))
                yield return other;
    }

    // work that nobody holds, or whose holder has left, is the leads'
    private List<StaffRow> Assignee(string? login)
    {
        var holder = staff.Where(person => person.Login == login).ToList();
        return holder.Count > 0 ? holder : Having(Role.Lead);
    }

    /// <summary>All of a role, and who stands in for those of them who are away.</summary>
    public IReadOnlyList<MailParty> People(Role role) => Parties(Having(role).SelectMany(WithSubstitute).Select(person => (person.Name, person.Email)));

    private List<StaffRow> Having(Role role)
    {
        var found = staff.Where(person => person.Roles.Split(' ').Contains(Words.Of(role))).ToList();
        return found.Count > 0 ? found : [.. staff.Where(person => person.Roles.Split(' ').Contains(Words.Of(Role.Admin)))];
    }

    private static IReadOnlyList<MailParty> Parties(IEnumerable<(string Name, string Email)> people) =>
        [.. people.Select(person => new MailParty(person.Name, person.Email)).DistinctBy(party => party.Address, StringComparer.OrdinalIgnoreCase)];

    private sealed record StaffRow
    {
        public required string Login { get; init; }

        public required string Name { get; init; }

        public required string Email { get; init; }

        public required string Roles { get; init; }
    }

    private sealed record ContactRow
    {
        public required long CustomerId { get; init; }

        public required string Role { get; init; }

        public required string Name { get; init; }

        public required string Email { get; init; }

        public required string Zone { get; init; }
    }
}
