using AbuseDesk.Database;
using AbuseDesk.Deadlines.Reminding;
using AbuseDesk.Mail;
using NodaTime;

namespace AbuseDesk.Deadlines;

/// <summary>
/// What one sweep did. <see cref="Planned"/>: mails queued. <see cref="Skipped"/>: a later reminder said the same, or nothing was
/// due any more. <see cref="Undeliverable"/>: nobody to tell, or no usable address.
/// </summary>
public sealed record ReminderSummary(int Planned, int Skipped, int Undeliverable);

/// <summary>
/// One sweep over the reminders that are due. A page of them is claimed, written and queued in one transaction: a sweep that is
/// repeated, or runs beside another, finds nothing left to claim, and one that dies leaves its page as it was.
/// </summary>
public sealed class RemindDue(DeskDatabase database, Outbox outbox, DeadlineRules rules, DeskZone zone)
{
    /// <param name="at">Reminders up to this instant are due; null for now.</param>
    /// <param name="cancel">Ends the sweep between two pages.</param>
    public async Task<ReminderSummary> RunAsync(Instant? at = null, CancellationToken cancel = default)
    {
        var until = at ?? database.Now;
        var total = new ReminderSummary(0, 0, 0);
        int claimed;
        do
        {
            cancel.ThrowIfCancellationRequested();
            (claimed, var page) = await database.WriteAsync(tx => PageAsync(tx, until), cancel);
            total = new ReminderSummary(total.Planned + page.Planned, total.Skipped + page.Skipped, total.Undeliverable + page.Undeliverable);
        }
        while (claimed == ClaimReminders.AtOnce);

        return total;
    }

    private async Task<(int Claimed, ReminderSummary Summary)> PageAsync(DeskTransaction tx, Instant at)
    {
        var claimed = await ClaimReminders.TakeAsync(tx, at);
        if (claimed.Count == 0) return (0, new ReminderSummary(0, 0, 0));
        var moot = claimed.Where(reminder => reminder.IsMootAt(at)).ToList();
        var wanted = claimed.Except(moot).ToList();
        var addresses = await ReminderAddresses.ReadAsync(tx, wanted);
        var mails = new Dictionary<OutgoingMail, DueReminder>(ReferenceEqualityComparer.Instance);
        foreach (var reminder in wanted.Select(one => one.InTheWordsOf(rules))) mails.Add(Mail(reminder, addresses, at), reminder);
        var refused = await outbox.AddAllAsync(tx, mails.Keys);
        foreach (var (mail, problem) in refused)
            await UndeliverableReminder.JournalAsync(tx, mails[mail], problem);
        await ClaimReminders.SkipAsync(tx, moot.Concat(refused.Select(one => mails[one.Mail])));
        return (claimed.Count, new ReminderSummary(wanted.Count - refused.Count, moot.Count, refused.Count));
    }

    private OutgoingMail Mail(DueReminder reminder, ReminderAddresses addresses, Instant at)
    {
        var customer = addresses.ZoneOf(reminder) is { } id ? Zones.Get(id) : null;
        var toCustomer = reminder.To == Audience.Customer;
        return new OutgoingMail
        {
            Kind = "reminder",
            Ref = reminder.Ref,
            Identity = $"{InstantHandler.Text(reminder.RemindAt)} {reminder.Audience}",
            To = addresses.Of(reminder),
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
