using AbuseDesk.Database;
using AbuseDesk.Deadlines.Reminding;
using AbuseDesk.Mail;
using NodaTime;

namespace AbuseDesk.Deadlines;

/// <summary>
/// What one sweep did. <see cref="Planned"/>: reminders whose mail is queued. <see cref="Skipped"/>: a later reminder said the same, or nothing was
/// due any more. <see cref="Undeliverable"/>: nobody to tell, or no usable address.
/// </summary>
public sealed record ReminderSummary(int Planned, int Skipped, int Undeliverable);

/// <summary>
/// One sweep over the reminders that are due. A page of them is claimed, written and queued in one transaction: a sweep that is
/// repeated, or runs beside another, finds nothing left to claim, and one that dies leaves its page as it was. A person of the desk
/// for whom many are due at once, as after a downtime, gets one mail for all of them.
/// </summary>
public sealed class RemindDue(DeskDatabase database, Outbox outbox, DeadlineRules rules, DeskZone zone, DeskSettings settings)
{
    /// <param name="at">Reminders up to this instant are due; null for now.</param>
    /// <param name="cancel">Ends the sweep between two pages.</param>
    public async Task<ReminderSummary> RunAsync(Instant? at = null, CancellationToken cancel = default)
    {
        var until = at ?? database.Now;
        var desk = await SweepAsync(ClaimReminders.OfTheDeskAsync, ClaimReminders.OfTheDeskAtOnce, until, cancel);
        var customers = await SweepAsync(ClaimReminders.OfCustomersAsync, ClaimReminders.AtOnce, until, cancel);
        return Sum(desk, customers);
    }

    private async Task<ReminderSummary> SweepAsync(Func<DeskTransaction, Instant, Task<IReadOnlyList<DueReminder>>> take, int atOnce, Instant until, CancellationToken cancel)
    {
        var total = new ReminderSummary(0, 0, 0);
        int claimed;
        do
        {
            cancel.ThrowIfCancellationRequested();
            (claimed, var page) = await database.WriteAsync(async tx => await PageAsync(tx, await take(tx, until), until), cancel);
            total = Sum(total, page);
        }
        while (claimed == atOnce);

        return total;
    }

    private static ReminderSummary Sum(ReminderSummary one, ReminderSummary other) =>
        new(one.Planned + other.Planned, one.Skipped + other.Skipped, one.Undeliverable + other.Undeliverable);

    private async Task<(int Claimed, ReminderSummary Summary)> PageAsync(DeskTransaction tx, IReadOnlyList<DueReminder> claimed, Instant at)
    {
        if (claimed.Count == 0) return (0, new ReminderSummary(0, 0, 0));
        var moot = claimed.Where(reminder => reminder.IsMootAt(at)).ToList();
        var wanted = claimed.Where(reminder => !reminder.IsMootAt(at)).Select(one => one.InTheWordsOf(rules)).ToList();
        var addresses = await ReminderAddresses.ReadAsync(tx, wanted);
        var mails = Mails(wanted, addresses, at);
        var refused = await outbox.AddAllAsync(tx, mails.Keys);
        foreach (var (mail, problem) in refused)
            foreach (var reminder in mails[mail])
                await UndeliverableReminder.JournalAsync(tx, reminder, problem);
        foreach (var (mail, reminders) in mails.Where(one => one.Key.CaseRef is null).ExceptBy(refused.Select(one => one.Mail), one => one.Key))
            await ClaimReminders.SumUpAsync(tx, reminders, outbox.IdOf(mail));
        // one that several people hear of is sent where one of them can be told
        var unsent = wanted.Except(mails.Where(one => refused.All(other => other.Mail != one.Key)).SelectMany(one => one.Value)).ToList();
        await ClaimReminders.SkipAsync(tx, moot.Concat(unsent));
        return (claimed.Count, new ReminderSummary(wanted.Count - unsent.Count, moot.Count, unsent.Count));
    }

    private Dictionary<OutgoingMail, IReadOnlyList<DueReminder>> Mails(List<DueReminder> wanted, ReminderAddresses addresses, Instant at)
    {
        var mails = new Dictionary<OutgoingMail, IReadOnlyList<DueReminder>>(ReferenceEqualityComparer.Instance);
        var letters = wanted.Select(reminder => (Reminder: reminder, To: addresses.Of(reminder))).ToList();
        var many = letters.Where(letter => letter.Reminder.To != Audience.Customer)
            .SelectMany(letter => letter.To.Select(person => (Person: person, letter.Reminder)))
            .GroupBy(one => one.Person.Address, StringComparer.OrdinalIgnoreCase)
            .Where(person => person.DistinctBy(one => one.Reminder.DeadlineId).Count() > SummaryMail.OneByOne)
            .ToDictionary(person => person.Key, person => person.ToList(), StringComparer.OrdinalIgnoreCase);
        foreach (var person in many.Values)
        {
            var reminders = person.ConvertAll(one => one.Reminder);
            var away = string.Concat(reminders.Select(addresses.Away).Distinct());
            mails.Add(SummaryMail.Of(person[0].Person, reminders, away, at, (zone.Zone, settings.PublicUrl)), reminders);
        }

        foreach (var (reminder, to) in letters)
        {
            var others = reminder.To == Audience.Customer ? to : [.. to.Where(person => !many.ContainsKey(person.Address))];
            if (others.Count > 0 || to.Count == 0) mails.Add(Mail(reminder, others, addresses, at), [reminder]);
        }

        return mails;
    }

    private OutgoingMail Mail(DueReminder reminder, IReadOnlyList<MailParty> to, ReminderAddresses addresses, Instant at)
    {
        var customer = addresses.ZoneOf(reminder) is { } id ? Zones.Get(id) : null;
        var toCustomer = reminder.To == Audience.Customer;
        return new OutgoingMail
        {
            Kind = "reminder",
            Ref = reminder.Ref,
            Identity = $"{InstantHandler.Text(reminder.RemindAt)} {reminder.Audience}",
            To = to,
            Subject = ReminderText.Subject(reminder, at, toCustomer ? customer ?? zone.Zone : zone.Zone),
            Text = toCustomer
                ? ReminderText.ForCustomer(reminder, at, customer ?? zone.Zone, zone.Zone)
                : ReminderText.ForDesk(reminder, at, customer, zone.Zone, addresses.Away(reminder)),
            CaseId = reminder.CaseId,
            CaseRef = reminder.CaseRef,
            Automatic = true,
        };
    }
}
