using AbuseDesk.Database;
using AbuseDesk.Mail;

namespace AbuseDesk.Deadlines.Reminding;

/// <summary>Whom the reminders of one page go to; read once for all of them.</summary>
internal sealed class ReminderAddresses
{
    private readonly List<StaffRow> staff;
    private readonly ILookup<long, ContactRow> contacts;

    private ReminderAddresses(List<StaffRow> staff, ILookup<long, ContactRow> contacts) => (this.staff, this.contacts) = (staff, contacts);

    public static Task<ReminderAddresses> ReadAsync(DeskTransaction tx, IEnumerable<DueReminder> reminders) =>
        ReadAsync(tx, reminders.Select(reminder => reminder.CustomerId).Distinct().ToArray());

    public static async Task<ReminderAddresses> ReadAsync(DeskTransaction tx, long[] customers)
    {
        var staff = await tx.QueryAsync<StaffRow>(
            "select login, name, email, roles from staff where disabled = false order by login");
        var contacts = await tx.QueryAsync<ContactRow>(
            $"select customer_id, role, name, email, zone from contacts where customer_id {tx.Dialect.InList("@customers")} order by id",
            new { customers });
        return new ReminderAddresses([.. staff], contacts.ToLookup(contact => contact.CustomerId));
    }

    /// <summary>Whom it goes to; empty where there is nobody left to tell.</summary>
    public IReadOnlyList<MailParty> Of(DueReminder reminder) => Of(reminder.To, reminder.CustomerId, reminder.Assignee);

    /// <inheritdoc cref="Of(DueReminder)"/>
    public IReadOnlyList<MailParty> Of(Audience audience, long customer, string? assignee) => audience switch
    {
        Audience.Customer => Parties(Answering(customer).Select(contact => (contact.Name, contact.Email))),
        Audience.Legal => People(Role.Legal),
        Audience.Lead => People(Role.Lead),
        _ => Assignee(assignee),
    };

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

    // work that nobody holds, or whose holder has left, is the leads'
    private IReadOnlyList<MailParty> Assignee(string? login)
    {
        var holder = staff.Where(person => person.Login == login).ToList();
        return holder.Count > 0 ? Parties(holder.Select(person => (person.Name, person.Email))) : People(Role.Lead);
    }

    public IReadOnlyList<MailParty> People(Role role)
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
