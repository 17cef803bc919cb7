using AbuseDesk.Database;
using AbuseDesk.Mail;

namespace AbuseDesk.Deadlines.Reminding;

/// <summary>Whom the reminders of one page go to; read once for all of them.</summary>
internal sealed class ReminderAddresses
{
    private readonly List<StaffRow> staff;
    private readonly ILookup<long, ContactRow> contacts;

    private ReminderAddresses(List<StaffRow> staff, ILookup<long, ContactRow> contacts) => (this.staff, this.contacts) = (staff, contacts);

    public static async Task<ReminderAddresses> ReadAsync(DeskTransaction tx, IEnumerable<DueReminder> reminders)
    {
        var customers = reminders.Select(reminder => reminder.CustomerId).Distinct().ToArray();
        var staff = await tx.QueryAsync<StaffRow>(
            "select login, name, email, roles from staff where disabled = false order by login");
        var contacts = await tx.QueryAsync<ContactRow>(
            $"select customer_id, role, name, email, zone from contacts where customer_id {tx.Dialect.InList("@customers")} order by id",
            new { customers });
        return new ReminderAddresses([.. staff], contacts.ToLookup(contact => contact.CustomerId));
    }

    /// <summary>Whom it goes to; empty where there is nobody left to tell.</summary>
    public IReadOnlyList<MailParty> Of(DueReminder reminder) => reminder.To switch
    {
        Audience.Customer => Parties(Answering(reminder.CustomerId).Select(contact => (contact.Name, contact.Email))),
        Audience.Legal => People(Role.Legal),
        Audience.Lead => People(Role.Lead),
        _ => Assignee(reminder.Assignee),
    };

    /// <summary>The zone in which the customer reads a clock; null where no contact names one.</summary>
    public string? ZoneOf(DueReminder reminder) => Answering(reminder.CustomerId).FirstOrDefault()?.Zone;

    // a customer without these two has at least an owner
    private IEnumerable<ContactRow> Answering(long customer)
    {
        var asked = contacts[customer].Where(contact => contact.Role is "abuse" or "legal").OrderBy(contact => contact.Role, StringComparer.Ordinal);
        return asked.Any() ? asked : contacts[customer];
    }

    // work that nobody holds, or whose holder has left, is the leads'
    private IReadOnlyList<MailParty> Assignee(string? login)
    {
        var holder = staff.Where(person => person.Login == login).ToList();
        return holder.Count > 0 ? Parties(holder.Select(person => (person.Name, person.Email))) : People(Role.Lead);
    }

    private IReadOnlyList<MailParty> People(Role role)
    {
        var found = staff.Where(person => person.Roles.Split(' ').Contains(Words.Of(role))).ToList();
        if (found.Count == 0) found = [.. staff.Where(person => person.Roles.Split(' ').Contains(Words.Of(Role.Admin)))];
        return Parties(found.Select(person => (person.Name, person.Email)));
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
